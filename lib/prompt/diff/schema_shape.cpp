#include "prompt/diff/schema_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 6> all_types{"string", "number", "boolean", "array", "object", "null"};

std::string_view type_of(const Value& value) {
  constexpr std::array<std::string_view, 6> names{"null", "boolean", "number", "string", "array", "object"};
  return value.is_integer() ? "integer" : names[static_cast<std::size_t>(value.kind)];
}

bool takes_value(const SchemaShape& shape, const Value& value) {
  const auto is_same = [&value](const Value& one) { return same(one, value); };
  return takes_type(shape, type_of(value)) && (!shape.values || std::ranges::any_of(*shape.values, is_same));
}

bool takes_all(const SchemaShape& shape) {
  return std::ranges::all_of(all_types, [&shape](std::string_view type) { return takes_type(shape, type); });
}

}  // namespace

SchemaShape shape_of(const Value& schema) {
  SchemaShape shape;
  const Value* type = schema.find("type");
  if (type != nullptr && type->is_list()) {
    std::transform(type->items.begin(), type->items.end(), std::back_inserter(shape.types),
                   [](const Value& one) { return std::string_view(one.text); });
  } else if (type != nullptr) {
    shape.types = {type->text};
  } else if (schema.kind != Value::Kind::boolean || schema.is_true()) {
    shape.types.assign(all_types.begin(), all_types.end());
  }
  if (const Value* values = schema.find("enum")) {
    shape.values = values->items;
  } else if (const Value* only = schema.find("const")) {
    shape.values = std::vector<Value>{*only};
  }
  return shape;
}

bool takes_type(const SchemaShape& shape, std::string_view type) {
  const auto holds = [&shape](std::string_view name) { return std::ranges::count(shape.types, name) > 0; };
  return holds(type) || (type == "integer" && holds("number"));
}

bool covers(const SchemaShape& wide, const SchemaShape& narrow) {
  if (!narrow.values) {
    return !wide.values &&
           std::ranges::all_of(narrow.types, [&wide](std::string_view type) { return takes_type(wide, type); });
  }
  return std::ranges::all_of(*narrow.values, [&](const Value& value) {
    return takes_value(wide, value) || !takes_type(narrow, type_of(value));
  });
}

std::string shape_text(const SchemaShape& shape) {
  if (!shape.values) {
    return shape.types.empty() ? "nothing"
           : takes_all(shape)  ? "any"
                               : fmt::format("{}", fmt::join(shape.types, " or "));
  }
  std::vector<std::string> texts;
  for (const Value& value : *shape.values) {
    texts.push_back(value.is_null() ? "null" : display_text(value));
  }
  return join(texts, ", ");
}

}  // namespace promptctl
