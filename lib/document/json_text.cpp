#include <algorithm>
#include <utility>

#include "document/json.hpp"

namespace promptctl {
namespace {

void indent_into(std::string& out, const Value& value, std::size_t depth) {
  const bool list = value.is_list() && !value.items.empty();
  const bool map = value.is_map() && !value.fields.empty();
  if (!list && !map) {
    append_json(out, value);
    return;
  }
  const std::string inner(2 * (depth + 1), ' ');
  out += list ? '[' : '{';
  std::string_view before = "\n";
  for (const Value& item : value.items) {
    out.append(std::exchange(before, ",\n")).append(inner);
    indent_into(out, item, depth + 1);
  }
  for (const Field& field : value.fields) {
    out.append(std::exchange(before, ",\n")).append(inner);
    append_json_text(out, field.name);
    out += ": ";
    indent_into(out, field.value, depth + 1);
  }
  out.append("\n").append(2 * depth, ' ').append(list ? "]" : "}");
}

Value sorted_fields(Value value) {
  std::transform(value.items.begin(), value.items.end(), value.items.begin(), sorted_fields);
  std::sort(value.fields.begin(), value.fields.end(), [](const Field& a, const Field& b) { return a.name < b.name; });
  for (Field& field : value.fields) {
    field.value = sorted_fields(std::move(field.value));
  }
  return value;
}

}  // namespace

std::string indented_json(const Value& value) {
  std::string out;
  indent_into(out, value, 0);
  return out += '\n';
}

std::string canonical_json(const Value& value) {
  return compact_json(sorted_fields(value));
}

}  // namespace promptctl
