#include "score/json_wish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/json.hpp"
#include "document/yaml.hpp"
#include "score/finding.hpp"
#include "score/relocation.hpp"

namespace promptctl {
namespace {

// `properties` and the like ask something of a map, and nothing of whatever is none.
void warn_of_missing_type(const Value& schema, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 6> of_maps{"properties",        "required",      "additionalProperties",
                                                    "patternProperties", "minProperties", "propertyNames"};
  const bool asks_of_maps = std::all_of(schema.fields.begin(), schema.fields.end(), [&of_maps](const Field& field) {
    const bool is_note = field.name.starts_with("$") || field.name == "title" || field.name == "description";
    return is_note ? field.name != "$ref" && field.name != "$dynamicRef"
                   : std::find(of_maps.begin(), of_maps.end(), field.name) != of_maps.end();
  });
  if (schema.is_map() && !schema.fields.empty() && asks_of_maps) {
    diagnostics.warning("says-nothing", schema.where, "JSON that is no map passes this schema: it has no `type`",
                        "add `type: object`");
  }
}

std::optional<Schema> schema_in_text(const Value& text, Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<Schema> schema;
  auto parsed = parse_json(text.text);
  if (!parsed) {
    parsed = read_yaml(std::make_shared<Source>("", text.text), found);
  }
  if (parsed && !found.has_errors()) {
    schema = Schema::compile(*parsed, found);
  }
  report_at(text.where, found, " (in the schema that this text holds)", diagnostics);
  return schema;
}

}  // namespace

std::optional<JsonWish> read_json_wish(FieldReader& settings) {
  const Value* value = settings.optional_value("value");
  if (value == nullptr || value->is_null() || (value->is_text() && value->text.empty())) {
    return JsonWish{};
  }
  warn_of_missing_type(*value, settings.diagnostics());
  auto schema = value->is_text() ? schema_in_text(*value, settings.diagnostics())
                                 : Schema::compile(*value, settings.diagnostics());
  return schema ? std::optional(JsonWish{std::move(schema)}) : std::nullopt;
}

Finding judge_json(const JsonWish& wish, const Value& json) {
  const auto violations = wish.schema ? wish.schema->validate(json) : std::vector<Violation>();
  if (violations.empty()) {
    return passed();
  }
  const Violation& first = violations.front();
  const std::string place = first.instance_pointer.empty() ? "as a whole" : "at " + printable(first.instance_pointer);
  const std::string more = violations.size() == 1 ? "" : fmt::format(" (and {} more)", grouped(violations.size() - 1));
  std::string reason = fmt::format("the JSON {}: {}{}", place, printable(first.message), more);
  return first.undecided ? undecided(std::move(reason)) : failed(std::move(reason));
}

}  // namespace promptctl
