// items, prefixItems, additionalItems, contains, uniqueItems, minItems, maxItems, unevaluatedItems: of lists.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"
#include "schema/compiler.hpp"
#include "schema/limits.hpp"
#include "schema/read_keyword.hpp"
#include "schema/value_set.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

Rule prefix_rule(std::vector<const Node*> nodes) {
  return [nodes = std::move(nodes)](const Value& instance, Visit& visit) {
    return all_parts(0, std::min(nodes.size(), instance.items.size()),
                     [&](std::size_t at) { return visit.apply_to_part(*nodes[at], at); });
  };
}

Rule rest_rule(const Node* node, std::size_t from) {
  return [node, from](const Value& instance, Visit& visit) {
    return all_parts(from, instance.items.size(), [&](std::size_t at) { return visit.apply_to_part(*node, at); });
  };
}

std::size_t prefix_size(const Site& site, std::string_view keyword) {
  const Value* prefix = site.schema.find(keyword);
  return prefix != nullptr && find_keyword(keyword, site.compiler.draft()) != nullptr ? prefix->items.size() : 0;
}

Rule compile_prefix_items(const Site& site) {
  return prefix_rule(read_schemas(site));
}

Rule compile_items(const Site& site) {
  if (!site.keyword.value.is_list()) {
    return rest_rule(site.compiler.node(site.keyword.value), prefix_size(site, "prefixItems"));
  }
  return site.keyword.value.items.empty() ? Rule() : prefix_rule(read_schemas(site));
}

Rule compile_additional_items(const Site& site) {
  const Node* node = site.compiler.node(site.keyword.value);
  const Value* items = site.schema.find("items");
  return items != nullptr && items->is_list() ? rest_rule(node, items->items.size()) : Rule();
}

std::optional<std::size_t> sibling_count(const Site& site, std::string_view name) {
  const Value* value = site.schema.find(name);
  const bool counts = value != nullptr && value->is_number() && find_keyword(name, site.compiler.draft()) != nullptr;
  return counts ? std::optional(static_cast<std::size_t>(std::max(0.0, value->number()))) : std::nullopt;
}

std::size_t count_matching(const Node& node, bool marks, const Value& instance, Visit& visit) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < instance.items.size(); ++at) {
    const bool matches = visit.test_part(node, at);
    found += matches ? 1U : 0U;
    if (matches && marks) {
      visit.mark_evaluated(at);
    }
  }
  return found;
}

Rule compile_contains(const Site& site) {
  const Node* node = site.compiler.node(site.keyword.value);
  const bool marks = site.compiler.draft() == Draft::draft2020_12;
  const std::size_t least = sibling_count(site, "minContains").value_or(1);
  const std::size_t most = sibling_count(site, "maxContains").value_or(SIZE_MAX);
  return [node, marks, least, most](const Value& instance, Visit& visit) {
    const std::size_t found = count_matching(*node, marks, instance, visit);
    if (!instance.is_list() || (found >= least && found <= most)) {
      return true;
    }
    return visit.fail(fmt::format("must hold at {} {} such as `contains` asks for, not {}",
                                  found < least ? "least" : "most", counted(found < least ? least : most, "item"),
                                  found));
  };
}

Rule compile_contains_count(const Site& site) {
  read_count(site);
  return {};
}

Rule compile_unique_items(const Site& site) {
  const Value& value = site.keyword.value;
  if (value.kind != Value::Kind::boolean) {
    site.compiler.fault(value.where, fmt::format("`uniqueItems` must be a boolean, not {}", kind_name(value.kind)));
  }
  if (!value.is_true()) {
    return {};
  }
  return [](const Value& instance, Visit& visit) {
    const auto repeated = find_repeated(instance.items);
    return !repeated || visit.fail(fmt::format("items {} and {} are the same", repeated->first, repeated->second));
  };
}

constexpr CountedSize item_count{Value::Kind::list, "item", "", [](const Value& list) { return list.items.size(); }};

Rule compile_min_items(const Site& site) {
  return at_least(site, item_count);
}

Rule compile_max_items(const Site& site) {
  return at_most(site, item_count);
}

Rule compile_unevaluated_items(const Site& site) {
  site.compiler.track_evaluated();
  return [node = site.compiler.node(site.keyword.value)](const Value& instance, Visit& visit) {
    return all_parts(0, instance.items.size(),
                     [&](std::size_t at) { return visit.is_evaluated(at) || visit.apply_to_part(*node, at); });
  };
}

using enum Keyword::Holds;

constexpr std::array keywords{
    Keyword{"prefixItems", list, compile_prefix_items, Draft::draft2020_12},
    Keyword{"items", schema_or_list, compile_items},
    Keyword{"additionalItems", schema, compile_additional_items},
    Keyword{"contains", schema, compile_contains},
    Keyword{"minContains", no_schema, compile_contains_count, Draft::draft2019_09},
    Keyword{"maxContains", no_schema, compile_contains_count, Draft::draft2019_09},
    Keyword{"uniqueItems", no_schema, compile_unique_items},
    Keyword{"minItems", no_schema, compile_min_items},
    Keyword{"maxItems", no_schema, compile_max_items},
    Keyword{"unevaluatedItems", schema, compile_unevaluated_items, Draft::draft2019_09, Draft::draft2020_12, true},
};

}  // namespace

std::span<const Keyword> list_keywords() {
  return keywords;
}

}  // namespace promptctl
