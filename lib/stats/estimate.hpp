#pragma once

#include <cstddef>

namespace promptctl {

// A figure and the bounds of its interval, in its own unit.
struct Interval {
  double value = 0;
  double low = 0;
  double high = 0;
};

// Of all values, in their own unit.
struct Quantiles {
  std::size_t count = 0;
  double p50 = 0, p90 = 0, p95 = 0, p99 = 0, max = 0;
};

}  // namespace promptctl
