// allOf, anyOf, oneOf, not, if, then, else: schemas over schemas.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "schema/compiler.hpp"
#include "schema/read_keyword.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

Rule compile_all_of(const Site& site) {
  return [nodes = read_schemas(site)](const Value&, Visit& visit) {
    return all_parts(0, nodes.size(), [&](std::size_t at) { return visit.apply(*nodes[at]); });
  };
}

std::size_t count_holding(const std::vector<const Node*>& nodes, Visit& visit) {
  return static_cast<std::size_t>(
      std::count_if(nodes.begin(), nodes.end(), [&visit](const Node* node) { return visit.test(*node); }));
}

Rule compile_any_of(const Site& site) {
  return [nodes = read_schemas(site)](const Value&, Visit& visit) {
    return count_holding(nodes, visit) > 0 ||
           visit.fail(fmt::format("fits none of {}", counted(nodes.size(), "alternative")));
  };
}

Rule compile_one_of(const Site& site) {
  return [nodes = read_schemas(site)](const Value&, Visit& visit) {
    const std::size_t holding = count_holding(nodes, visit);
    return holding == 1 ||
           visit.fail(holding == 0 ? fmt::format("fits none of {}", counted(nodes.size(), "alternative"))
                                   : fmt::format("fits {} alternatives, where only one may fit", holding));
  };
}

Rule compile_not(const Site& site) {
  return [node = site.compiler.node(site.keyword.value)](const Value&, Visit& visit) {
    return !visit.test(*node) || visit.fail("fits the schema under `not`");
  };
}

Rule compile_if(const Site& site) {
  const auto sibling = [&site](std::string_view name) {
    const Value* schema = site.schema.find(name);
    return schema == nullptr ? nullptr : site.compiler.node(*schema);
  };
  return [test = site.compiler.node(site.keyword.value), yes = sibling("then"), no = sibling("else")](const Value&,
                                                                                                      Visit& visit) {
    const Node* next = visit.test(*test) ? yes : no;
    return next == nullptr || visit.apply(*next);
  };
}

Rule compile_branch(const Site& site) {
  site.compiler.node(site.keyword.value);
  return {};
}

using enum Keyword::Holds;

constexpr std::array keywords{
    Keyword{"allOf", list, compile_all_of},  Keyword{"anyOf", list, compile_any_of},
    Keyword{"oneOf", list, compile_one_of},  Keyword{"not", schema, compile_not},
    Keyword{"if", schema, compile_if},       Keyword{"then", schema, compile_branch},
    Keyword{"else", schema, compile_branch},
};

}  // namespace

std::span<const Keyword> logic_keywords() {
  return keywords;
}

}  // namespace promptctl
