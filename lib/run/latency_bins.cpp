#include "run/latency_bins.hpp"

#include <algorithm>
#include <cmath>

namespace promptctl {
namespace {

constexpr double width = 1.02;

}  // namespace

void LatencyBins::add(std::chrono::microseconds latency) {
  const double microseconds = std::max(1.0, static_cast<double>(latency.count()));
  const auto bin = static_cast<std::size_t>(std::log(microseconds) / std::log(width));
  ++bins_[std::min(bin, bins_.size() - 1)];
  ++count_;
}

std::optional<std::chrono::microseconds> LatencyBins::quantile(double share) const {
  if (count_ == 0) {
    return std::nullopt;
  }
  const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t below = 0;
  std::size_t bin = 0;
  while (bin + 1 < bins_.size() && below + bins_[bin] < rank) {
    below += bins_[bin++];
  }
  return std::chrono::microseconds(std::llround(std::pow(width, static_cast<double>(bin + 1))));
}

}  // namespace promptctl
