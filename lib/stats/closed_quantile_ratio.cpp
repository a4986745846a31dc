#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/distribution.hpp"
#include "stats/order_statistic.hpp"
#include "stats/sorted_calls.hpp"

namespace promptctl {
namespace {

// The quantile of one side with its own bounds, and for each unit the sum of (call ≤ quantile) − share.
struct Estimate {
  double value = 0;
  Bounds bounds;
  std::vector<double> sums;
  double rank_error = 0;
};

Estimate estimate_of(const SortedCalls& side, double share, double z) {
  Estimate estimate{quantile(side.value, share), {}, std::vector<double>(side.calls.size()), 0};
  for (std::size_t i = 0; i < side.value.size(); ++i) {
    estimate.sums[side.unit[i]] += (side.value[i] <= estimate.value ? 1 : 0) - share;
  }
  const auto& sums = estimate.sums;
  const double center = static_cast<double>(side.value.size()) * share;
  const double squares = std::inner_product(sums.begin(), sums.end(), sums.begin(), 0.0);
  estimate.rank_error = std::sqrt(std::max(squares, center * (1 - share)));
  const double half = z * estimate.rank_error;
  estimate.bounds = at_ranks(side.value, center - half, center + half + 1);
  return estimate;
}

double log_step(double from, double to) {
  return from == to ? 0 : std::abs(std::log(std::max(to, 0.0)) - std::log(from));
}

// How far the bound of a difference is, of the steps to the two bounds that make it.
double recovered(double one, double other, double correlation) {
  if (std::isinf(one) || std::isinf(other)) {
    return one + other;
  }
  return std::sqrt(std::max(0.0, one * one - 2 * correlation * one * other + other * other));
}

}  // namespace

Bounds closed_quantile_ratio(const SortedCalls& before, const SortedCalls& after, double share, double confidence) {
  const double z = normal_quantile(0.5 + confidence / 2);
  const Estimate old_side = estimate_of(before, share, z);
  const Estimate new_side = estimate_of(after, share, z);
  if (new_side.value == 0) {
    return {0, new_side.bounds.high == 0 ? 0 : new_side.bounds.high / std::max(old_side.bounds.low, 0.0)};
  }
  const double errors = old_side.rank_error * new_side.rank_error;
  const double together = std::inner_product(old_side.sums.begin(), old_side.sums.end(), new_side.sums.begin(), 0.0);
  const double correlation = errors > 0 ? together / errors : 0;
  const double down = recovered(log_step(new_side.value, new_side.bounds.low),
                                log_step(old_side.value, old_side.bounds.high), correlation);
  const double up = recovered(log_step(new_side.value, new_side.bounds.high),
                              log_step(old_side.value, old_side.bounds.low), correlation);
  const double ratio = new_side.value / old_side.value;
  return {ratio * std::exp(-down), ratio * std::exp(up)};
}

}  // namespace promptctl
