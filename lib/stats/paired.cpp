#include "stats/paired.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

#include "stats/clusters.hpp"
#include "stats/distribution.hpp"

namespace promptctl {
namespace {

double magnitude(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0,
                         [](double sum, double value) { return sum + std::abs(value); });
}

}  // namespace

McNemar mcnemar(const PairedCounts& counts) {
  const std::size_t discordant = counts.gained + counts.lost;
  if (discordant == 0) {
    return {};
  }
  const std::size_t fewer = std::min(counts.gained, counts.lost);
  const double both_tails = 2 * binomial_at_most(fewer, discordant, 0.5);
  return {std::min(1.0, both_tails), std::min(1.0, both_tails - binomial_exactly(fewer, discordant, 0.5))};
}

double sign_flip_p(std::span<const double> differences) {
  [[maybe_unused]] constexpr std::size_t most = 20;
  assert(differences.size() <= most);
  if (differences.empty()) {
    return 1;
  }
  std::vector<double> signed_values(differences.begin(), differences.end());
  double sum = std::accumulate(differences.begin(), differences.end(), 0.0);
  const double far = std::abs(sum) - 1e-9 * magnitude(differences);
  // A choice and its opposite are as far from 0: the last sign stays. Gray code: each step flips one of the others.
  const std::size_t choices = std::size_t{1} << (differences.size() - 1);
  std::size_t as_far = 1;
  for (std::size_t step = 1; step < choices; ++step) {
    double& flipped = signed_values[static_cast<std::size_t>(std::countr_zero(step))];
    sum -= 2 * flipped;
    flipped = -flipped;
    as_far += std::abs(sum) >= far ? 1 : 0;
  }
  return static_cast<double>(as_far) / static_cast<double>(choices);
}

double paired_t_p(std::span<const double> differences) {
  if (differences.size() < 2) {
    return 1;
  }
  const double error = standard_error(differences);
  if (error == 0) {
    return differences.front() == 0 ? 1 : 0;
  }
  return student_two_sided(mean(differences) / error, static_cast<double>(differences.size() - 1));
}

double clustered_t_p(std::span<const double> differences, std::span<const std::uint32_t> clusters) {
  const Clusters numbered = number_clusters(clusters);
  if (numbered.count < 2) {
    return 1;
  }
  const double nothing = 1e-12 * magnitude(differences) / static_cast<double>(differences.size());
  const double center = mean(differences);
  const double error = std::sqrt(clustered_variance(differences, numbered));
  if (std::abs(center) <= nothing) {
    return 1;
  }
  return error <= nothing ? 0 : student_two_sided(center / error, static_cast<double>(numbered.count - 1));
}

}  // namespace promptctl
