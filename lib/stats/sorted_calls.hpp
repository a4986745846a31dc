#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stats/interval.hpp"

namespace promptctl {

// One side's calls by value, each with its unit, and how many each unit has.
struct SortedCalls {
  std::vector<double> value;
  std::vector<std::uint32_t> unit;
  std::vector<std::uint32_t> calls;
};

SortedCalls sort_calls(std::span<const double> values, std::span<const std::uint32_t> unit, std::size_t units);

// The type 7 quantile of the calls where those of unit u stand `times[u]` times; NaN for none.
double weighted_quantile(const SortedCalls& side, std::span<const std::uint32_t> times, double share);

// Bounds of after/before of the quantiles at `share` in the closed form that bootstrap.hpp describes; that of before
// must be above 0.
Bounds closed_quantile_ratio(const SortedCalls& before, const SortedCalls& after, double share, double confidence);

}  // namespace promptctl
