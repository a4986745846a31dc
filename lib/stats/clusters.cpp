#include "stats/clusters.hpp"

#include <cassert>
#include <numeric>
#include <unordered_map>

#include "stats/interval.hpp"

namespace promptctl {

Clusters number_clusters(std::span<const std::uint32_t> clusters) {
  Clusters numbered;
  numbered.of.reserve(clusters.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (const std::uint32_t cluster : clusters) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    numbered.of.push_back(numbers.try_emplace(cluster, next).first->second);
  }
  numbered.count = numbers.size();
  return numbered;
}

double clustered_variance(std::span<const double> values, const Clusters& clusters) {
  assert(values.size() == clusters.of.size());
  if (clusters.count < 2) {
    return 0;
  }
  const double center = mean(values);
  std::vector<double> sums(clusters.count);
  for (std::size_t i = 0; i < values.size(); ++i) {
    sums[clusters.of[i]] += values[i] - center;
  }
  const double squares = std::inner_product(sums.begin(), sums.end(), sums.begin(), 0.0);
  const double n = static_cast<double>(values.size());
  const double g = static_cast<double>(clusters.count);
  return g / (g - 1) * squares / (n * n);
}

}  // namespace promptctl
