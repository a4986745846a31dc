#include "stats/sorted_calls.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace promptctl {

SortedCalls sort_calls(std::span<const double> values, std::span<const std::uint32_t> unit, std::size_t units) {
  std::vector<std::pair<double, std::uint32_t>> calls(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    calls[i] = {values[i], unit[i]};
  }
  std::sort(calls.begin(), calls.end());
  SortedCalls side{{}, {}, std::vector<std::uint32_t>(units)};
  side.value.reserve(calls.size());
  side.unit.reserve(calls.size());
  for (const auto& [value, of] : calls) {
    side.value.push_back(value);
    side.unit.push_back(of);
    ++side.calls[of];
  }
  return side;
}

double weighted_quantile(const SortedCalls& side, std::span<const std::uint32_t> times, double share) {
  const auto count = std::inner_product(times.begin(), times.end(), side.calls.begin(), std::uint64_t{0});
  if (count == 0) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const double position = share * static_cast<double>(count - 1);
  const auto below = static_cast<std::uint64_t>(position);
  std::size_t i = 0;
  std::uint64_t passed = times[side.unit[0]];
  while (passed <= below) {
    passed += times[side.unit[++i]];
  }
  const double low = side.value[i];
  while (passed <= std::min(below + 1, count - 1)) {
    passed += times[side.unit[++i]];
  }
  return low + (position - static_cast<double>(below)) * (side.value[i] - low);
}

}  // namespace promptctl
