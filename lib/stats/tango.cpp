#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/clusters.hpp"
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

Bounds interval(double n, double gained, double lost, double confidence) {
  const double z = normal_quantile(0.5 + confidence / 2);
  return {lower_bound(n, gained, lost, z), -lower_bound(n, lost, gained, z)};
}

double effective_cases(std::span<const double> differences, const Clusters& clusters, double confidence) {
  const double groups = static_cast<double>(clusters.count);
  const double independent = standard_error(differences);
  if (independent == 0) {
    return groups;
  }
  const double n = static_cast<double>(differences.size());
  const double effect = std::max(1.0, clustered_variance(differences, clusters) / (independent * independent));
  const double tail = 0.5 + confidence / 2;
  const double adjustment = student_quantile(tail, n - 1) / student_quantile(tail, groups - 1);
  return n / effect * adjustment * adjustment;
}

}  // namespace

Bounds tango_interval(const PairedCounts& counts, double confidence) {
  const double n = static_cast<double>(counts.both + counts.gained + counts.lost + counts.neither);
  return n == 0 ? Bounds{-1, 1}
                : interval(n, static_cast<double>(counts.gained), static_cast<double>(counts.lost), confidence);
}

Bounds clustered_tango_interval(std::span<const double> differences, std::span<const std::uint32_t> clusters,
                                double confidence) {
  assert(differences.size() == clusters.size());
  const Clusters numbered = number_clusters(clusters);
  if (numbered.count < 2) {
    return {-1, 1};
  }
  const double n = effective_cases(differences, numbered, confidence);
  const double scale = n / static_cast<double>(differences.size());
  const auto gained = static_cast<double>(std::count(differences.begin(), differences.end(), 1.0));
  const auto lost = static_cast<double>(std::count(differences.begin(), differences.end(), -1.0));
  return interval(n, gained * scale, lost * scale, confidence);
}

}  // namespace promptctl
