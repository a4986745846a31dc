#include <algorithm>
#include <cmath>

#include "stats/distribution.hpp"
#include "stats/paired.hpp"

namespace promptctl {
namespace {

// The greatest likely share of lost cases if the difference is `difference`, and from it n² times the variance of the
// difference there: the names are Tango's.
double score_variance(double n, double gained, double lost, double difference) {
  const double a = 2 * n;
  const double b = -gained - lost + (2 * n - gained + lost) * difference;
  const double c = -lost * difference * (1 - difference);
  const double root = std::sqrt(std::max(0.0, b * b - 4 * a * c));
  const double share = b > 0 ? -2 * c / (root + b) : (root - b) / (2 * a);
  return std::max(0.0, n * (2 * share + difference * (1 - difference)));
}

double lower_bound(double n, double gained, double lost, double z) {
  double low = -1;
  double high = (gained - lost) / n;
  for (int halving = 0; halving < 100; ++halving) {
    const double middle = low + (high - low) / 2;
    const double distance = gained - lost - n * middle;
    (distance > z * std::sqrt(score_variance(n, gained, lost, middle)) ? low : high) = middle;
  }
  return high;
}

}  // namespace

Bounds tango_interval(const PairedCounts& counts, double confidence) {
  const double n = static_cast<double>(counts.both + counts.gained + counts.lost + counts.neither);
  if (n == 0) {
    return {-1, 1};
  }
  const double gained = static_cast<double>(counts.gained);
  const double lost = static_cast<double>(counts.lost);
  const double z = normal_quantile(0.5 + confidence / 2);
  return {lower_bound(n, gained, lost, z), -lower_bound(n, lost, gained, z)};
}

}  // namespace promptctl
