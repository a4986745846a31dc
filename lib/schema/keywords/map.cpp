// properties, patternProperties, additionalProperties, propertyNames, required, dependencies, dependentRequired,
// dependentSchemas, minProperties, maxProperties, unevaluatedProperties: of maps.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "schema/compiler.hpp"
#include "schema/limits.hpp"
#include "schema/read_keyword.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

using NamedNodes = std::map<std::string, const Node*, std::less<>>;

struct PatternNode {
  Regex pattern;
  const Node* node;
};

// The field at `part`, which nothing beside names, against a schema for all such.
bool apply_to_other(const Node& node, const Value& instance, std::size_t part, Visit& visit) {
  if (node.impossible) {
    return visit.fail_part(part, fmt::format("the property `{}` is not allowed", instance.fields[part].name));
  }
  return visit.apply_to_part(node, part);
}

Rule compile_properties(const Site& site) {
  return [nodes = read_named_schemas(site)](const Value& instance, Visit& visit) {
    return all_parts(0, instance.fields.size(), [&](std::size_t part) {
      const auto node = nodes.find(instance.fields[part].name);
      return node == nodes.end() || visit.apply_to_part(*node->second, part);
    });
  };
}

std::vector<PatternNode> read_patterns(const Site& site) {
  std::vector<PatternNode> patterns;
  const auto nodes = read_named_schemas(site);
  for (const Field& field : site.keyword.value.fields) {
    if (auto regex = read_regex(site, field.name, field.where)) {
      patterns.push_back({*std::move(regex), nodes.at(field.name)});
    }
  }
  return patterns;
}

bool apply_patterns(const std::vector<PatternNode>& patterns, const Value& instance, std::size_t part, Visit& visit) {
  return all_parts(0, patterns.size(), [&](std::size_t at) {
    return !regex_holds(patterns[at].pattern, instance.fields[part].name, visit) ||
           visit.apply_to_part(*patterns[at].node, part);
  });
}

Rule compile_pattern_properties(const Site& site) {
  return [patterns = read_patterns(site)](const Value& instance, Visit& visit) {
    return all_parts(0, instance.fields.size(),
                     [&](std::size_t part) { return apply_patterns(patterns, instance, part, visit); });
  };
}

// Without those that are faulty: `patternProperties` itself reports them.
std::vector<Regex> sibling_patterns(const Site& site) {
  std::vector<Regex> patterns;
  static const Value none;
  const Value* sibling = site.schema.find("patternProperties");
  for (const Field& field : (sibling == nullptr ? none : *sibling).fields) {
    auto compiled = Regex::compile(field.name);
    if (auto* regex = std::get_if<Regex>(&compiled)) {
      patterns.push_back(std::move(*regex));
    }
  }
  return patterns;
}

bool any_pattern(const std::vector<Regex>& patterns, std::string_view name, Visit& visit) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Regex& pattern) { return regex_holds(pattern, name, visit); });
}

Rule compile_additional_properties(const Site& site) {
  const Value* properties = site.schema.find("properties");
  return [node = site.compiler.node(site.keyword.value), properties, patterns = sibling_patterns(site)](
             const Value& instance, Visit& visit) {
    return all_parts(0, instance.fields.size(), [&](std::size_t part) {
      const std::string& name = instance.fields[part].name;
      return (properties != nullptr && properties->find(name) != nullptr) || any_pattern(patterns, name, visit) ||
             apply_to_other(*node, instance, part, visit);
    });
  };
}

Rule compile_unevaluated_properties(const Site& site) {
  site.compiler.track_evaluated();
  return [node = site.compiler.node(site.keyword.value)](const Value& instance, Visit& visit) {
    return all_parts(0, instance.fields.size(), [&](std::size_t part) {
      return visit.is_evaluated(part) || apply_to_other(*node, instance, part, visit);
    });
  };
}

Rule compile_property_names(const Site& site) {
  return [node = site.compiler.node(site.keyword.value)](const Value& instance, Visit& visit) {
    return all_parts(0, instance.fields.size(), [&](std::size_t part) { return visit.apply_to_name(*node, part); });
  };
}

bool has_all(const std::vector<std::string>& names, const Value& instance, std::string_view because, Visit& visit) {
  return all_parts(0, names.size(), [&](std::size_t at) {
    return instance.find(names[at]) != nullptr ||
           visit.fail(fmt::format("the property `{}` is missing{}", names[at], because));
  });
}

Rule compile_required(const Site& site) {
  return [names = read_names(site, site.keyword.value)](const Value& instance, Visit& visit) {
    return !instance.is_map() || has_all(names, instance, "", visit);
  };
}

struct Dependency {
  std::string name;
  std::vector<std::string> required;
  const Node* node = nullptr;  // null: only the required names
};

bool dependency_holds(const Dependency& dependency, const Value& instance, Visit& visit) {
  if (instance.find(dependency.name) == nullptr) {
    return true;
  }
  const std::string because = fmt::format(", which `{}` calls for", dependency.name);
  return has_all(dependency.required, instance, because, visit) &&
         (dependency.node == nullptr || visit.apply(*dependency.node));
}

// `holds_names` tells whether what a name calls for is a list of further names, or else a schema.
Rule read_dependencies(const Site& site, bool (*holds_names)(const Value& called_for)) {
  const Value& value = site.keyword.value;
  if (!value.is_map()) {
    site.compiler.fault(value.where,
                        fmt::format("`{}` must be a map, not {}", site.keyword.name, kind_name(value.kind)));
  }
  std::vector<Dependency> dependencies;
  for (const Field& field : value.fields) {
    const bool names = holds_names(field.value);
    dependencies.push_back({field.name, names ? read_names(site, field.value) : std::vector<std::string>(),
                            names ? nullptr : site.compiler.node(field.value)});
  }
  return [dependencies](const Value& instance, Visit& visit) {
    return all_parts(0, dependencies.size(),
                     [&](std::size_t at) { return dependency_holds(dependencies[at], instance, visit); });
  };
}

Rule compile_dependencies(const Site& site) {
  return read_dependencies(site, [](const Value& called_for) { return called_for.is_list(); });
}

Rule compile_dependent_required(const Site& site) {
  return read_dependencies(site, [](const Value&) { return true; });
}

Rule compile_dependent_schemas(const Site& site) {
  return read_dependencies(site, [](const Value&) { return false; });
}

constexpr CountedSize field_count{Value::Kind::map, "property", "properties",
                                  [](const Value& map) { return map.fields.size(); }};

Rule compile_min_properties(const Site& site) {
  return at_least(site, field_count);
}

Rule compile_max_properties(const Site& site) {
  return at_most(site, field_count);
}

using enum Keyword::Holds;

constexpr std::array keywords{
    Keyword{"properties", named, compile_properties},
    Keyword{"patternProperties", named, compile_pattern_properties},
    Keyword{"additionalProperties", schema, compile_additional_properties},
    Keyword{"propertyNames", schema, compile_property_names},
    Keyword{"required", no_schema, compile_required},
    Keyword{"dependencies", named, compile_dependencies},
    Keyword{"dependentRequired", no_schema, compile_dependent_required, Draft::draft2019_09},
    Keyword{"dependentSchemas", named, compile_dependent_schemas, Draft::draft2019_09},
    Keyword{"minProperties", no_schema, compile_min_properties},
    Keyword{"maxProperties", no_schema, compile_max_properties},
    Keyword{"unevaluatedProperties", schema, compile_unevaluated_properties, Draft::draft2019_09, Draft::draft2020_12,
            true},
};

}  // namespace

std::span<const Keyword> map_keywords() {
  return keywords;
}

}  // namespace promptctl
