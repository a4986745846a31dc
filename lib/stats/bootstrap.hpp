#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/interval.hpp"

namespace promptctl {

// The same settings and values in the same order give the same bytes. Cost: `draws` × the number of units drawn from.
struct BootstrapSettings {
  std::size_t draws = 10'000;
  std::uint64_t seed = 0;
};

// Sorted means of samples drawn with replacement (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, §6).
// `clusters` is empty, and each value is drawn alone, or as long as `values`: then clusters are drawn whole, as many as
// there are, and a mean is over the values that came with them. No value gives none; one value gives itself each time.
std::vector<double> bootstrap_means(std::span<const double> values, std::span<const std::uint32_t> clusters,
                                    BootstrapSettings settings);

// The percentile interval (the same, §13): type 7 quantiles. `sorted_replicates` must not be empty.
Bounds percentile_interval(std::span<const double> sorted_replicates, double confidence = 0.95);

// Latencies or costs of one side of a paired comparison: any number of calls of each unit (a case). Parallel vectors in
// any order; values are finite, ≥ 0 and in a unit of the caller's; `unit` is from 0 to units−1.
struct PairedCalls {
  std::vector<double> value;
  std::vector<std::uint32_t> unit;
};

struct RatioInterval {
  double ratio = 1;
  Bounds bounds;
};

// after/before: of the type 7 quantiles at `share` (0 to 1) of all calls, or of their means. None where a side has no
// call or that of before is 0. Units without any call count for nothing; a single unit bounds nothing: 0 to +infinity.
//
// Up to 10,000 units: the percentile interval of ratios where units are drawn with all their calls on both sides. A
// draw that leaves a side without calls, or 0/0, is left out. With few units it is too narrow, as is any bootstrap: a
// quantile beyond the calls there are (a p99 of 20) is not seen, where quantile_interval would say so.
//
// Above 10,000 units: a closed form, the seed unused. For quantiles each side's bounds are those order statistics whose
// ranks are z standard errors from the quantile's, the error from the sums over units of (call ≤ quantile) − share
// (Woodruff, JASA 47, 1952) and never below that of independent calls; they are put together on the log scale, with the
// correlation of those sums over units, by the method of variance estimates recovery (Donner and Zou, Statistical
// Methods in Medical Research 21, 2012). For means it is the delta method on the log ratio with units as clusters.
// 1,000,000 units with a call on each side take a few tenths of a second.
std::optional<RatioInterval> quantile_ratio(const PairedCalls& before, const PairedCalls& after, std::size_t units,
                                            double share, double confidence, BootstrapSettings settings);
std::optional<RatioInterval> mean_ratio(const PairedCalls& before, const PairedCalls& after, std::size_t units,
                                        double confidence, BootstrapSettings settings);

// Bounds of the quantile at `share` (0 to 1) that independent values come from, whatever their distribution: order
// statistics at binomial ranks, each missing it with a chance of at most (1 − confidence)/2 (Hahn and Meeker,
// Statistical Intervals, 1991, §5.2); above 10,000 values the ranks are the normal approximation's, rounded outwards.
// Where even the first or the last value misses it more often, the bound is −infinity or +infinity: for no value both
// are, for a p95 the upper is below 72 values.
Bounds quantile_interval(std::span<const double> sorted, double share, double confidence = 0.95);

}  // namespace promptctl
