#include <limits>

#include "stats/bootstrap.hpp"
#include "stats/paired_units.hpp"
#include "stats/resample.hpp"
#include "stats/sorted_calls.hpp"

namespace promptctl {

// NOLINTNEXTLINE(readability-function-size): the sides, their units, what is asked and how; no two belong together.
std::optional<RatioInterval> quantile_ratio(const PairedCalls& before, const PairedCalls& after, std::size_t units,
                                            double share, double confidence, BootstrapSettings settings) {
  if (before.value.empty() || after.value.empty()) {
    return std::nullopt;
  }
  const PairedUnits numbered = number_units(before, after, units);
  const SortedCalls old_side = sort_calls(before.value, numbered.before, numbered.count);
  const SortedCalls new_side = sort_calls(after.value, numbered.after, numbered.count);
  const double denominator = quantile(old_side.value, share);
  if (!(denominator > 0)) {
    return std::nullopt;
  }
  RatioInterval interval{quantile(new_side.value, share) / denominator, {0, std::numeric_limits<double>::infinity()}};
  if (numbered.count > most_resampled_units) {
    interval.bounds = closed_quantile_ratio(old_side, new_side, share, confidence);
  } else if (numbered.count > 1) {
    const auto replicates = resample(numbered.count, settings, [&](std::span<const std::uint32_t> times) {
      return weighted_quantile(new_side, times, share) / weighted_quantile(old_side, times, share);
    });
    interval.bounds = replicates.empty() ? interval.bounds : percentile_interval(replicates, confidence);
  }
  return interval;
}

}  // namespace promptctl
