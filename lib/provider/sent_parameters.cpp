#include "provider/sent_parameters.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace promptctl {
namespace {

Value& field_of(Value& map, std::string_view name) {
  const auto found = std::ranges::find(map.fields, name, &Field::name);
  return found == map.fields.end() ? map.set(std::string(name), map_value()).fields.back().value : found->value;
}

}  // namespace

void set_at(Value& map, std::string_view path, Value value) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) {
    map.set(std::string(path), std::move(value));
  } else {
    set_at(field_of(map, path.substr(0, dot)), path.substr(dot + 1), std::move(value));
  }
}

void set_parameters(Value& body, const Parameters& parameters, std::span<const SentParameter> table) {
  for (Field& field : parameters_value(parameters).fields) {
    const auto sent = std::ranges::find(table, field.name, &SentParameter::name);
    if (sent != table.end()) {
      set_at(body, sent->path, std::move(field.value));
    }
  }
}

bool has_parameter(std::span<const SentParameter> table, std::string_view name) {
  return std::ranges::find(table, name, &SentParameter::name) != table.end();
}

}  // namespace promptctl
