#pragma once

#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// The text of a map's field; empty where there is none, or it is no text.
inline std::string_view text_field(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field != nullptr && field->is_text() ? std::string_view(field->text) : std::string_view();
}

}  // namespace promptctl
