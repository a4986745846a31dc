#include "schema/picoschema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 6> scalar_types{"any", "boolean", "integer", "null", "number", "string"};
constexpr std::string_view wildcard = "(*)";

bool is_scalar_type(std::string_view name) {
  return std::find(scalar_types.begin(), scalar_types.end(), name) != scalar_types.end();
}

bool is_schema_type(std::string_view name) {
  return is_scalar_type(name) || name == "object" || name == "array";
}

// `string, a description`: the description may hold commas of its own.
struct Described {
  std::string_view what;
  std::string_view description;
};

Described described(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) {
    return {trim(text), {}};
  }
  return {trim(text.substr(0, comma)), trim(text.substr(comma + 1))};
}

// `name?(type, description)`, the type and the question mark being optional.
struct PropertyKey {
  std::string_view name;
  bool optional = false;
  std::string_view type;
  std::string_view description;
};

PropertyKey property_key(std::string_view key) {
  const std::size_t open = std::min(key.find('('), key.size());
  PropertyKey parsed{trim(key.substr(0, open)), false, {}, {}};
  if (parsed.name.ends_with('?')) {
    parsed.name.remove_suffix(1);
    parsed.optional = true;
  }
  if (open < key.size()) {
    std::string_view inside = trim(key.substr(open + 1));
    inside.remove_suffix(inside.ends_with(')') ? 1 : 0);
    const auto [type, description] = described(inside);
    parsed.type = type;
    parsed.description = description;
  }
  return parsed;
}

Value at(const Location& where, Value value) {
  value.where = where;
  return value;
}

void put(Value& map, std::string_view name, Value value) {
  const auto same_name =
      std::find_if(map.fields.begin(), map.fields.end(), [name](const Field& field) { return field.name == name; });
  if (same_name != map.fields.end()) {
    same_name->value = std::move(value);
  } else {
    map.set(std::string(name), std::move(value));
  }
}

Value typed(std::string_view type, const Location& where) {
  Value schema = at(where, map_value());
  if (type != "any") {
    put(schema, "type", at(where, text_value(type)));
  }
  return schema;
}

void describe_schema(Value& schema, std::string_view description, const Location& where) {
  if (!description.empty() && schema.is_map()) {
    put(schema, "description", at(where, text_value(description)));
  }
}

void make_nullable(Value& schema) {
  const Value* type = schema.find("type");
  if (type != nullptr && type->is_text()) {
    put(schema, "type", at(type->where, list_value({*type, text_value("null")})));
  }
}

class PicoschemaReader {
 public:
  PicoschemaReader(Diagnostics& diagnostics, const Value* named) : diagnostics_(diagnostics), named_(named) {}

  Value read(const Value& schema) {
    if (schema.is_map() && is_json_schema(schema)) {
      warn_of_field_named_type(schema);
      return schema;
    }
    const Value* properties = schema.find("properties");
    if (properties != nullptr && properties->is_map()) {
      Value object = schema;
      put(object, "type", at(schema.where, text_value("object")));
      return object;
    }
    return read_pico(schema);
  }

 private:
  static bool is_json_schema(const Value& map) {
    const Value* type = map.find("type");
    return type != nullptr && (type->is_list() || (type->is_text() && is_schema_type(type->text)));
  }

  // {type: string, urgency: string} was surely meant to have two fields.
  void warn_of_field_named_type(const Value& map) {
    const auto pico = std::find_if(map.fields.begin(), map.fields.end(), [](const Field& field) {
      const bool typed_text = field.value.is_text() && is_scalar_type(described(field.value.text).what);
      return field.name != "type" && (typed_text || property_key(field.name).optional);
    });
    if (pico != map.fields.end()) {
      diagnostics_.warning(
          "picoschema", pico->where,
          fmt::format("because of its field `type` this is read as JSON Schema, where `{}` means nothing", pico->name),
          "for a field that is called `type`, describe it: `type: string, the kind`");
    }
  }

  Value read_pico(const Value& schema) {
    if (schema.is_text()) {
      return read_scalar(schema);
    }
    if (schema.is_map()) {
      return read_object(schema);
    }
    diagnostics_.error(
        "wrong-kind", schema.where, fmt::format("a schema is text or a map, not {}", kind_name(schema.kind)),
        schema.is_list() ? "write a list as `name(array): string`, a choice as `name(enum): [A, B]`" : "");
    return typed("any", schema.where);
  }

  Value read_scalar(const Value& text) {
    const auto [name, description] = described(text.text);
    Value schema = is_scalar_type(name) ? typed(name, text.where) : read_named(name, text.where);
    describe_schema(schema, description, text.where);
    return schema;
  }

  Value read_named(std::string_view name, const Location& where) {
    const Value* schema = named_ == nullptr ? nullptr : named_->find(name);
    if (schema != nullptr) {
      return *schema;
    }
    const std::vector<std::string_view> known(scalar_types.begin(), scalar_types.end());
    const std::string suggestion = did_you_mean(name, known);
    diagnostics_.error("unknown-schema", where, fmt::format("there is no type and no schema `{}`", name),
                       suggestion.empty() ? fmt::format("types: {}", fmt::join(known, ", ")) : suggestion);
    return typed("any", where);
  }

  Value read_object(const Value& map) {
    Value properties = at(map.where, map_value());
    Value required = at(map.where, list_value({}));
    Value further = at(map.where, boolean_value(false));
    for (const Field& field : map.fields) {
      if (field.name == wildcard) {
        further = read_pico(field.value);
      } else {
        read_property(field, properties, required);
      }
    }
    Value schema = typed("object", map.where);
    schema.set("properties", std::move(properties));
    if (!required.items.empty()) {
      schema.set("required", std::move(required));
    }
    schema.set("additionalProperties", std::move(further));
    return schema;
  }

  void read_property(const Field& field, Value& properties, Value& required) {
    const PropertyKey key = property_key(field.name);
    if (key.name.empty()) {
      diagnostics_.error("picoschema", field.where, fmt::format("`{}` names no field", field.name));
      return;
    }
    if (properties.find(key.name) != nullptr) {
      diagnostics_.error("duplicate-key", field.where, fmt::format("the field `{}` is there twice", key.name));
      return;
    }
    Value schema = field.name.find('(') == std::string::npos ? read_untyped(key, field.value) : read_typed(key, field);
    describe_schema(schema, key.description, field.where);
    properties.fields.push_back({std::string(key.name), field.where, std::move(schema)});
    if (!key.optional) {
      required.items.push_back(at(field.where, text_value(key.name)));
    }
  }

  Value read_untyped(const PropertyKey& key, const Value& value) {
    Value schema = read_pico(value);
    if (key.optional) {
      make_nullable(schema);
    }
    return schema;
  }

  Value read_typed(const PropertyKey& key, const Field& field) {
    if (!field.name.ends_with(')')) {
      diagnostics_.error("picoschema", field.where, fmt::format("the bracket in `{}` is not closed", field.name));
    }
    const auto* form =
        std::find_if(forms.begin(), forms.end(), [&key](const Form& known) { return known.name == key.type; });
    if (form == forms.end()) {
      const std::string suggestion = did_you_mean(key.type, {"array", "object", "enum"});
      diagnostics_.error("picoschema", field.where, fmt::format("a bracket can't hold the type `{}`", key.type),
                         suggestion.empty() ? "one of: array, object, enum" : suggestion);
      return typed("any", field.where);
    }
    return (this->*form->read)(key, field.value);
  }

  Value read_array(const PropertyKey& key, const Value& items) {
    Value schema = typed("array", items.where);
    schema.set("items", read_pico(items));
    if (key.optional) {
      make_nullable(schema);
    }
    return schema;
  }

  Value read_enum(const PropertyKey& key, const Value& choices) {
    Value schema = typed("any", choices.where);
    if (!choices.is_list() || choices.items.empty()) {
      diagnostics_.error("wrong-kind", choices.where,
                         fmt::format("`{}` needs a list of the values it can have", key.name),
                         fmt::format("{}(enum): [A, B]", key.name));
      return schema;
    }
    Value values = choices;
    const bool has_null =
        std::any_of(values.items.begin(), values.items.end(), [](const Value& v) { return v.is_null(); });
    if (key.optional && !has_null) {
      values.items.push_back(at(choices.where, Value()));
    }
    schema.set("enum", std::move(values));
    return schema;
  }

  struct Form {
    std::string_view name;
    Value (PicoschemaReader::*read)(const PropertyKey& key, const Value& value);
  };
  static const std::array<Form, 3> forms;

  Diagnostics& diagnostics_;
  const Value* named_;
};

const std::array<PicoschemaReader::Form, 3> PicoschemaReader::forms{{{"array", &PicoschemaReader::read_array},
                                                                     {"object", &PicoschemaReader::read_untyped},
                                                                     {"enum", &PicoschemaReader::read_enum}}};

}  // namespace

Value picoschema_to_json_schema(const Value& schema, Diagnostics& diagnostics, const Value* named) {
  return schema.is_null() ? schema : PicoschemaReader(diagnostics, named).read(schema);
}

}  // namespace promptctl
