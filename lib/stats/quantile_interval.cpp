#include <cmath>
#include <limits>

#include "stats/bootstrap.hpp"
#include "stats/distribution.hpp"
#include "stats/order_statistic.hpp"

namespace promptctl {

Bounds at_ranks(std::span<const double> sorted, double low, double high) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double first = std::floor(low);
  const double last = std::ceil(high);
  return {first < 1 ? -infinity : sorted[static_cast<std::size_t>(first) - 1],
          last > static_cast<double>(sorted.size()) ? infinity : sorted[static_cast<std::size_t>(last) - 1]};
}

Bounds quantile_interval(std::span<const double> sorted, double share, double confidence) {
  constexpr std::size_t most_exact = 10'000;
  const std::size_t count = sorted.size();
  const double tail = 0.5 + confidence / 2;
  if (count == 0) {
    return at_ranks(sorted, 0, 1);
  }
  if (count <= most_exact) {
    return at_ranks(sorted, static_cast<double>(binomial_quantile(1 - tail, count, share)),
                    static_cast<double>(binomial_quantile(tail, count, share) + 1));
  }
  const double center = static_cast<double>(count) * share;
  const double half = normal_quantile(tail) * std::sqrt(center * (1 - share));
  return at_ranks(sorted, center - half, center + half + 1);
}

}  // namespace promptctl
