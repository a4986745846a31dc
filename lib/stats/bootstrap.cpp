#include "stats/bootstrap.hpp"

#include <cassert>

#include "stats/clusters.hpp"
#include "stats/resample.hpp"

namespace promptctl {
namespace {

std::vector<double> means_of_values(std::span<const double> values, BootstrapSettings settings) {
  return resample(values.size(), settings, [values](std::span<const std::uint32_t> times) {
    double sum = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      sum += times[i] * values[i];
    }
    return sum / static_cast<double>(values.size());
  });
}

std::vector<double> means_of_clusters(std::span<const double> values, const Clusters& clusters,
                                      BootstrapSettings settings) {
  std::vector<double> sums(clusters.count);
  std::vector<double> sizes(clusters.count);
  for (std::size_t i = 0; i < values.size(); ++i) {
    sums[clusters.of[i]] += values[i];
    ++sizes[clusters.of[i]];
  }
  return resample(clusters.count, settings, [&](std::span<const std::uint32_t> times) {
    double sum = 0;
    double size = 0;
    for (std::size_t g = 0; g < times.size(); ++g) {
      sum += times[g] * sums[g];
      size += times[g] * sizes[g];
    }
    return sum / size;
  });
}

}  // namespace

std::vector<double> bootstrap_means(std::span<const double> values, std::span<const std::uint32_t> clusters,
                                    BootstrapSettings settings) {
  assert(clusters.empty() || clusters.size() == values.size());
  if (values.empty()) {
    return {};
  }
  return clusters.empty() ? means_of_values(values, settings)
                          : means_of_clusters(values, number_clusters(clusters), settings);
}

Bounds percentile_interval(std::span<const double> sorted_replicates, double confidence) {
  return {quantile(sorted_replicates, 0.5 - confidence / 2), quantile(sorted_replicates, 0.5 + confidence / 2)};
}

}  // namespace promptctl
