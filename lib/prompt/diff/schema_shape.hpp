#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"

namespace promptctl {

// The values that a JSON Schema lets through, as far as its `type`, `enum` and `const` say. Types point
// into the schema.
struct SchemaShape {
  std::vector<std::string_view> types;
  std::optional<std::vector<Value>> values;  // of `enum` or `const`; none for all values of the types
};

// Null and everything that is no map stand for a schema that allows all, `false` for one that allows nothing.
SchemaShape shape_of(const Value& schema);

// "integer" is also taken by "number".
bool takes_type(const SchemaShape& shape, std::string_view type);

// Whether every value of `narrow` is one of `wide`.
bool covers(const SchemaShape& wide, const SchemaShape& narrow);

// "string or null"; "any"; "nothing"; the values, where they are listed.
std::string shape_text(const SchemaShape& shape);

}  // namespace promptctl
