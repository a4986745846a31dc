#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace promptctl {

// Latencies counted in bins that are 2 % wide: a quantile at any time, in constant memory, good enough to look at.
class LatencyBins {
 public:
  void add(std::chrono::microseconds latency);

  // The upper end of the bin that the quantile is in; none without a latency.
  std::optional<std::chrono::microseconds> quantile(double share) const;

 private:
  std::array<std::uint32_t, 1024> bins_{};  // from a microsecond to some seven minutes; what is longer is in the last
  std::uint64_t count_ = 0;
};

}  // namespace promptctl
