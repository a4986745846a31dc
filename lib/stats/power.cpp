#include "stats/power.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "stats/distribution.hpp"

namespace promptctl {
namespace {

double steps(double confidence, double power) {
  return normal_quantile(0.5 + confidence / 2) + normal_quantile(power);
}

}  // namespace

double minimum_detectable_difference(double standard_deviation, std::size_t count, double confidence, double power) {
  if (count == 0) {
    return std::numeric_limits<double>::infinity();
  }
  return steps(confidence, power) * standard_deviation / std::sqrt(static_cast<double>(count));
}

std::size_t cases_needed(double standard_deviation, double difference, double confidence, double power) {
  assert(difference > 0);
  const double root = steps(confidence, power) * standard_deviation / difference;
  const double cases = std::ceil(root * root * (1 - 1e-12));  // What is whole but for rounding stays so.
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  return cases < static_cast<double>(most) ? std::max<std::size_t>(1, static_cast<std::size_t>(cases)) : most;
}

}  // namespace promptctl
