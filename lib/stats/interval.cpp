#include "stats/interval.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "stats/clusters.hpp"
#include "stats/distribution.hpp"

namespace promptctl {
namespace {

Bounds wilson(double p, double n, double confidence) {
  const double z = normal_quantile(0.5 + confidence / 2);
  const double z2 = z * z;
  const double center = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {p == 0 ? 0 : center - half, p == 1 ? 1 : center + half};
}

bool all_equal(std::span<const double> values) {
  return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

std::vector<double> with_ends(std::span<const double> values, double least, double most) {
  std::vector<double> extended(values.begin(), values.end());
  extended.insert(extended.end(), {least, most});
  return extended;
}

}  // namespace

Bounds wilson_interval(std::size_t passed, std::size_t count, double confidence) {
  assert(passed <= count);
  const double n = static_cast<double>(count);
  return count == 0 ? Bounds{0, 1} : wilson(static_cast<double>(passed) / n, n, confidence);
}

Bounds clustered_share_interval(std::span<const double> values, std::span<const std::uint32_t> clusters,
                                double confidence) {
  assert(values.size() == clusters.size());
  const Clusters numbered = number_clusters(clusters);
  if (numbered.count < 2) {
    return {0, 1};
  }
  const double n = static_cast<double>(values.size());
  const double groups = static_cast<double>(numbered.count);
  const double p = mean(values);
  if (p == 0 || p == 1) {
    return wilson(p, groups, confidence);
  }
  const double effect = std::max(1.0, clustered_variance(values, numbered) * (n - 1) / (p * (1 - p)));
  const double tail = 0.5 + confidence / 2;
  const double adjustment = student_quantile(tail, n - 1) / student_quantile(tail, groups - 1);
  return wilson(p, n / effect * adjustment * adjustment, confidence);
}

Bounds mean_interval(std::span<const double> values, double least, double most, double confidence) {
  if (values.empty()) {
    return {least, most};
  }
  const std::vector<double> extended = with_ends(values, least, most);
  const double center = mean(extended);
  const double t = student_quantile(0.5 + confidence / 2, static_cast<double>(extended.size() - 1));
  const double half = t * standard_error(extended);
  return {std::max(least, center - half), std::min(most, center + half)};
}

Bounds clustered_mean_interval(std::span<const double> values, std::span<const std::uint32_t> clusters, double least,
                               double most, double confidence) {
  assert(values.size() == clusters.size());
  Clusters numbered = number_clusters(clusters);
  if (all_equal(values)) {
    return mean_interval(values.first(numbered.count), least, most, confidence);
  }
  if (numbered.count == 1) {
    return {least, most};
  }
  const auto low_cluster = static_cast<std::uint32_t>(numbered.count);
  numbered.of.insert(numbered.of.end(), {low_cluster, low_cluster + 1});
  numbered.count += 2;
  const std::vector<double> extended = with_ends(values, least, most);
  const double center = mean(extended);
  const double t = student_quantile(0.5 + confidence / 2, static_cast<double>(numbered.count - 1));
  const double half = t * std::sqrt(clustered_variance(extended, numbered));
  return {std::max(least, center - half), std::min(most, center + half)};
}

double standard_error(std::span<const double> values) {
  if (values.size() < 2 || all_equal(values)) {
    return 0;
  }
  const double n = static_cast<double>(values.size());
  const double center = mean(values);
  const double squares = std::accumulate(values.begin(), values.end(), 0.0, [center](double sum, double value) {
    return sum + (value - center) * (value - center);
  });
  return std::sqrt(squares / (n - 1) / n);
}

double clustered_standard_error(std::span<const double> values, std::span<const std::uint32_t> clusters) {
  return all_equal(values) ? 0 : std::sqrt(clustered_variance(values, number_clusters(clusters)));
}

double mean(std::span<const double> values) {
  assert(!values.empty());
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile(std::span<const double> sorted, double share) {
  assert(!sorted.empty() && share >= 0 && share <= 1);
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double fraction = position - static_cast<double>(below);
  if (fraction == 0 || sorted[below] == sorted[above]) {
    return sorted[below];  // Nor is there a way between two infinities.
  }
  return sorted[below] + fraction * (sorted[above] - sorted[below]);
}

}  // namespace promptctl
