// $ref, $dynamicRef, $recursiveRef, $defs, definitions and the keywords that give schemas names.

#include <array>

#include "schema/compiler.hpp"
#include "schema/read_keyword.hpp"
#include "schema/uri.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

Rule compile_ref(const Site& site) {
  const Value* target = site.compiler.referred(site);
  if (target == nullptr) {
    return {};
  }
  return [node = site.compiler.node(*target)](const Value&, Visit& visit) { return visit.apply(*node); };
}

// Where the target bears the dynamic anchor, the outermost schema that bears it too takes its place.
Rule dynamic_rule(const Node* fixed, std::string anchor) {
  return [fixed, anchor = std::move(anchor)](const Value&, Visit& visit) {
    const Node* found = visit.find_dynamic(anchor);
    return visit.apply(found == nullptr ? *fixed : *found);
  };
}

Rule compile_dynamic_ref(const Site& site) {
  const Value* target = site.compiler.referred(site);
  if (target == nullptr) {
    return {};
  }
  const std::string anchor = percent_decoded(fragment_of(site.keyword.value.text));
  const Value* name = target->find("$dynamicAnchor");
  if (name == nullptr || !name->is_text() || name->text != anchor) {
    return compile_ref(site);
  }
  site.compiler.need_dynamic(anchor);
  return dynamic_rule(site.compiler.node(*target), anchor);
}

Rule compile_recursive_ref(const Site& site) {
  const Value* target = site.compiler.referred(site);
  const Value* recursive = target == nullptr ? nullptr : target->find("$recursiveAnchor");
  if (recursive == nullptr || !recursive->is_true()) {
    return compile_ref(site);
  }
  site.compiler.need_dynamic("");
  return dynamic_rule(site.compiler.node(*target), "");
}

Rule compile_definitions(const Site& site) {
  read_named_schemas(site);
  return {};
}

using enum Keyword::Holds;

constexpr std::array keywords{
    Keyword{"$ref", no_schema, compile_ref},
    Keyword{"$dynamicRef", no_schema, compile_dynamic_ref, Draft::draft2020_12},
    Keyword{"$recursiveRef", no_schema, compile_recursive_ref, Draft::draft2019_09, Draft::draft2019_09},
    Keyword{"$defs", named, compile_definitions, Draft::draft2019_09},
    Keyword{"definitions", named, compile_definitions},
    Keyword{"$schema", no_schema},
    Keyword{"$id", no_schema},
    Keyword{"$anchor", no_schema, nullptr, Draft::draft2019_09},
    Keyword{"$dynamicAnchor", no_schema, nullptr, Draft::draft2020_12},
    Keyword{"$recursiveAnchor", no_schema, nullptr, Draft::draft2019_09, Draft::draft2019_09},
    Keyword{"$vocabulary", no_schema, nullptr, Draft::draft2019_09},
};

}  // namespace

std::span<const Keyword> reference_keywords() {
  return keywords;
}

}  // namespace promptctl
