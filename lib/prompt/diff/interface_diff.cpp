#include "prompt/diff/interface_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "prompt/bundle_manifest.hpp"
#include "prompt/diff/schema_shape.hpp"

namespace promptctl {
namespace {

// Compared by what they mean, field by field, and not as keywords.
constexpr std::array<std::string_view, 6> structure{"type", "enum", "const", "properties", "required", "items"};

// They say something to a reader and allow or forbid nothing.
constexpr std::array<std::string_view, 9> annotations{"description", "title",    "default",   "examples", "$comment",
                                                      "deprecated",  "readOnly", "writeOnly", "$id"};

const Value anything;  // as a schema

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A field of an object's schema, as one side has it.
struct Property {
  const Value* schema = nullptr;  // null when the object has no such field
  bool required = false;

  std::string_view presence() const { return required ? "required" : "optional"; }
};

bool lists(const Value& schema, std::string_view keyword, std::string_view name) {
  const Value* list = schema.find(keyword);
  return list != nullptr &&
         std::any_of(list->items.begin(), list->items.end(), [name](const Value& item) { return item.text == name; });
}

Property property_of(const Value& schema, std::string_view name) {
  const Value* properties = schema.find("properties");
  const Value* property = properties == nullptr ? nullptr : properties->find(name);
  const bool required = lists(schema, "required", name);
  return {property == nullptr && required ? &anything : property, required};
}

// Those of the first schema in the order written, then what only the second has.
std::vector<std::string> property_names(const Value& before, const Value& after) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    if (!is_one_of(names, name)) {
      names.push_back(name);
    }
  };
  for (const Value* schema : {&before, &after}) {
    const Value* properties = schema->find("properties");
    for (std::size_t at = 0; properties != nullptr && at < properties->fields.size(); ++at) {
      add(properties->fields[at].name);
    }
    const Value* required = schema->find("required");
    for (std::size_t at = 0; required != nullptr && at < required->items.size(); ++at) {
      add(required->items[at].text);
    }
  }
  return names;
}

// "array of string or null, optional"
std::string field_text(const Property& property) {
  const Value* items = property.schema->find("items");
  const std::string array = items == nullptr ? "array" : "array of " + shape_text(shape_of(*items));
  const std::string text = replace_all(shape_text(shape_of(*property.schema)), "array", array);
  return fmt::format("{}, {}", text, property.presence());
}

std::optional<std::string> keyword_text(const Value* value) {
  return value == nullptr ? std::nullopt : std::optional(value->is_text() ? value->text : compact_json(*value));
}

// Goes through two schemas side by side and collects how they differ.
class SchemaComparison {
 public:
  enum class Direction { input, output };

  explicit SchemaComparison(Direction direction) : direction_(direction) {}

  void compare(const Value& before, const Value& after, const std::string& path) {
    compare_type({&before, true}, {&after, true}, path);
    compare_below(before, after, path);
  }

  std::vector<InterfaceChange> take() { return std::move(changes_); }

 private:
  // Callers can bear an input that takes all it took, and an output that gives nothing it did not give.
  CallerImpact impact(bool input_takes_all_it_took, bool output_gives_nothing_new) const {
    const bool borne = direction_ == Direction::input ? input_takes_all_it_took : output_gives_nothing_new;
    return borne ? CallerImpact::compatible : CallerImpact::breaking;
  }

  void compare_type(const Property& before, const Property& after, const std::string& path) {
    const SchemaShape old_shape = shape_of(*before.schema);
    const SchemaShape new_shape = shape_of(*after.schema);
    const bool wider = covers(new_shape, old_shape);
    const bool narrower = covers(old_shape, new_shape);
    const bool same_type = wider && narrower;
    if (same_type && before.required == after.required) {
      return;
    }
    InterfaceChange change{Change::changed, path, same_type ? "required" : "type", {}, {}, impact(wider, narrower)};
    change.impact =
        std::max(change.impact, impact(before.required || !after.required, !before.required || after.required));
    const bool both = !same_type && before.required != after.required;
    const auto text = [&](const Property& property, const SchemaShape& shape) {
      return both        ? fmt::format("{}, {}", shape_text(shape), property.presence())
             : same_type ? std::string(property.presence())
                         : shape_text(shape);
    };
    change.before = text(before, old_shape);
    change.after = text(after, new_shape);
    changes_.push_back(std::move(change));
  }

  void compare_below(const Value& before, const Value& after, const std::string& path) {
    compare_keywords(before, after, path);
    const SchemaShape old_shape = shape_of(before);
    const SchemaShape new_shape = shape_of(after);
    if (takes_type(old_shape, "object") && takes_type(new_shape, "object")) {
      for (const std::string& name : property_names(before, after)) {
        compare_property(property_of(before, name), property_of(after, name),
                         path.empty() ? name : fmt::format("{}.{}", path, name));
      }
    }
    const Value* old_items = before.find("items");
    const Value* new_items = after.find("items");
    if ((old_items != nullptr || new_items != nullptr) && takes_type(old_shape, "array") &&
        takes_type(new_shape, "array")) {
      compare(old_items == nullptr ? anything : *old_items, new_items == nullptr ? anything : *new_items, path + "[]");
    }
  }

  void compare_property(const Property& before, const Property& after, const std::string& path) {
    if (before.schema != nullptr && after.schema != nullptr) {
      compare_type(before, after, path);
      compare_below(*before.schema, *after.schema, path);
    } else if (before.schema != nullptr) {
      changes_.push_back({Change::removed, path, "field", field_text(before), {}, CallerImpact::breaking});
    } else {
      changes_.push_back({Change::added, path, "field", {}, field_text(after), impact(!after.required, true)});
    }
  }

  void compare_keywords(const Value& before, const Value& after, const std::string& path) {
    for (const Field& field : before.fields) {
      compare_keyword(field.name, &field.value, after.find(field.name), path);
    }
    for (const Field& field : after.fields) {
      if (before.find(field.name) == nullptr) {
        compare_keyword(field.name, nullptr, &field.value, path);
      }
    }
  }

  void compare_keyword(const std::string& name, const Value* before, const Value* after, const std::string& path) {
    const bool equal = before != nullptr && after != nullptr && same(*before, *after);
    if (!equal && !is_one_of(structure, name)) {
      const CallerImpact impact = keyword_impact(name, before, after);
      changes_.push_back({Change::changed, path, name, keyword_text(before), keyword_text(after), impact});
    }
  }

  CallerImpact keyword_impact(const std::string& name, const Value* before, const Value* after) const {
    if (is_one_of(annotations, name)) {
      return CallerImpact::compatible;
    }
    if (name != "additionalProperties") {
      return CallerImpact::unclear;
    }
    const SchemaShape old_shape = shape_of(before == nullptr ? anything : *before);
    const SchemaShape new_shape = shape_of(after == nullptr ? anything : *after);
    const bool wider = covers(new_shape, old_shape);
    const bool narrower = covers(old_shape, new_shape);
    return wider && narrower ? CallerImpact::unclear : impact(wider, narrower);
  }

  Direction direction_;
  std::vector<InterfaceChange> changes_;
};

// The input schema as callers meet it: a variable with a default value is not required.
Value callers_schema(const Prompt& prompt) {
  Value schema = prompt.input_schema;
  if (schema.is_null()) {
    schema = map_value().set("type", text_value("object"));
  }
  const Value* properties = schema.find("properties");
  Value with_defaults = properties == nullptr ? map_value() : *properties;
  for (const Field& given : prompt.input_default.fields) {
    Value property = map_value();
    if (const Value* declared = with_defaults.find(given.name); declared != nullptr && declared->is_map()) {
      property = *declared;
    }
    std::erase_if(property.fields, [](const Field& field) { return field.name == "default"; });
    std::erase_if(with_defaults.fields, [&given](const Field& field) { return field.name == given.name; });
    with_defaults.set(given.name, std::move(property.set("default", given.value)));
  }
  Value required = list_value({});
  if (const Value* declared = schema.find("required")) {
    std::ranges::copy_if(declared->items, std::back_inserter(required.items),
                         [&prompt](const Value& name) { return prompt.input_default.find(name.text) == nullptr; });
  }
  std::erase_if(schema.fields,
                [](const Field& field) { return field.name == "properties" || field.name == "required"; });
  return schema.set("properties", std::move(with_defaults)).set("required", std::move(required));
}

// The output schema. Where only the other side has one, what is left of that one without its fields: that they are
// there or not is all there is to say.
Value reply_schema(const Value& schema, const Value& other) {
  if (!schema.is_null()) {
    return schema;
  }
  Value bare = other;
  std::erase_if(bare.fields, [](const Field& field) { return field.name == "properties" || field.name == "required"; });
  return bare;
}

}  // namespace

InterfaceDiff diff_interfaces(const Prompt& before, const Prompt& after) {
  InterfaceDiff diff;
  SchemaComparison input(SchemaComparison::Direction::input);
  input.compare(callers_schema(before), callers_schema(after), "");
  diff.input = input.take();
  if (before.json_output != after.json_output) {
    const auto format = [](const Prompt& prompt) { return std::string(prompt.json_output ? "json" : "text"); };
    diff.output.push_back({Change::changed, "", "format", format(before), format(after), CallerImpact::breaking});
  }
  SchemaComparison output(SchemaComparison::Direction::output);
  output.compare(reply_schema(before.output_schema, after.output_schema),
                 reply_schema(after.output_schema, before.output_schema), "");
  std::ranges::copy(output.take(), std::back_inserter(diff.output));
  diff.changed = !diff.input.empty() || !diff.output.empty() || interface_digest(before) != interface_digest(after);
  return diff;
}

}  // namespace promptctl
