#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace promptctl {

// Clusters numbered anew, 0…count−1, in the order of their first values: what they were called changes no result.
struct Clusters {
  std::vector<std::uint32_t> of;  // One for each value.
  std::size_t count = 0;
};

Clusters number_clusters(std::span<const std::uint32_t> clusters);

// The squared cluster-robust standard error of the mean of `values`, as at clustered_standard_error (interval.hpp).
double clustered_variance(std::span<const double> values, const Clusters& clusters);

}  // namespace promptctl
