#include "document/figure_value.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"

namespace promptctl {
namespace {

double rounded(double number) {
  constexpr double decimals = 1e6;
  constexpr double needs_more_decimals = 0.1;
  return std::abs(number) < needs_more_decimals ? parse_number(fmt::format("{:.6g}", number)).value_or(number)
                                                : std::round(number * decimals) / decimals;
}

}  // namespace

Value figure_value(double number) {
  return std::isfinite(number) ? number_value(rounded(number)) : Value();
}

std::string figure_text(double number) {
  const std::string sign = number < 0 ? "-Inf" : "+Inf";
  return std::isinf(number) ? sign : number_text(rounded(number));
}

Value count_value(std::size_t number) {
  return integer_value(static_cast<long long>(number));
}

Value interval_value(const std::optional<Interval>& interval, const std::string& name) {
  if (!interval) {
    return {};
  }
  return map_value()
      .set(name, figure_value(interval->value))
      .set("low", figure_value(interval->low))
      .set("high", figure_value(interval->high));
}

Value quantiles_value(const std::optional<Quantiles>& quantiles) {
  if (!quantiles) {
    return {};
  }
  return map_value()
      .set("count", count_value(quantiles->count))
      .set("p50", figure_value(quantiles->p50))
      .set("p90", figure_value(quantiles->p90))
      .set("p95", figure_value(quantiles->p95))
      .set("p99", figure_value(quantiles->p99))
      .set("max", figure_value(quantiles->max));
}

Value cost_value(const std::optional<Usd>& cost) {
  return cost ? text_value(decimal_text(*cost)) : Value();
}

}  // namespace promptctl
