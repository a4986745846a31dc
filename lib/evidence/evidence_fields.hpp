#pragma once

#include <string_view>

#include "document/field_reader.hpp"

namespace promptctl {

// A map that must be there, by `read`.
template <typename Read>
void read_part(FieldReader& fields, std::string_view name, Read&& read) {
  const Value* part = fields.required_value(name);
  if (part != nullptr) {
    FieldReader of_part(*part, fields.diagnostics());
    read(of_part);
    of_part.finish();
  }
}

inline long long required_integer(FieldReader& fields, std::string_view name, long long least, long long most) {
  fields.required_value(name);
  return fields.optional_integer(name, least, most).value_or(least);
}

}  // namespace promptctl
