// minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf: of numbers.

#include <fmt/format.h>

#include <array>

#include "schema/compiler.hpp"
#include "schema/read_keyword.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

using Comparison = bool (*)(const Decimal& number, const Decimal& bound);

Rule compare(const Site& site, std::string_view wanted, Comparison holds) {
  const auto bound = read_number(site);
  if (!bound) {
    return {};
  }
  return [bound = *bound, holds, wanted = fmt::format("{} {}", wanted, site.keyword.value.text)](const Value& instance,
                                                                                                 Visit& visit) {
    return !instance.is_number() || holds(Decimal(instance.text), bound) ||
           visit.fail(fmt::format("must be {}, not {}", wanted, instance.text));
  };
}

Rule compile_minimum(const Site& site) {
  return compare(site, "at least", [](const Decimal& number, const Decimal& bound) { return number >= bound; });
}

Rule compile_maximum(const Site& site) {
  return compare(site, "at most", [](const Decimal& number, const Decimal& bound) { return number <= bound; });
}

Rule compile_exclusive_minimum(const Site& site) {
  return compare(site, "more than", [](const Decimal& number, const Decimal& bound) { return number > bound; });
}

Rule compile_exclusive_maximum(const Site& site) {
  return compare(site, "less than", [](const Decimal& number, const Decimal& bound) { return number < bound; });
}

Rule compile_multiple_of(const Site& site) {
  const auto divisor = read_number(site);
  if (divisor && !divisor->is_positive()) {
    site.compiler.fault(site.keyword.value.where, "`multipleOf` must be more than 0");
    return {};
  }
  return compare(site, "a multiple of",
                 [](const Decimal& number, const Decimal& bound) { return number.is_multiple_of(bound); });
}

constexpr auto no_schema = Keyword::Holds::no_schema;

constexpr std::array keywords{
    Keyword{"minimum", no_schema, compile_minimum},
    Keyword{"maximum", no_schema, compile_maximum},
    Keyword{"exclusiveMinimum", no_schema, compile_exclusive_minimum},
    Keyword{"exclusiveMaximum", no_schema, compile_exclusive_maximum},
    Keyword{"multipleOf", no_schema, compile_multiple_of},
};

}  // namespace

std::span<const Keyword> number_keywords() {
  return keywords;
}

}  // namespace promptctl
