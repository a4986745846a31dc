#include <cmath>
#include <limits>

#include "stats/bootstrap.hpp"
#include "stats/distribution.hpp"
#include "stats/paired_units.hpp"
#include "stats/resample.hpp"

namespace promptctl {
namespace {

struct Total {
  double sum = 0;
  double calls = 0;

  void add(const Total& other, double times) {
    sum += times * other.sum;
    calls += times * other.calls;
  }
  double mean() const { return sum / calls; }
};

std::vector<Total> totals_of(std::span<const double> values, std::span<const std::uint32_t> unit, std::size_t units) {
  std::vector<Total> totals(units);
  for (std::size_t i = 0; i < values.size(); ++i) {
    totals[unit[i]].add({values[i], 1}, 1);
  }
  return totals;
}

Total sum_of(std::span<const Total> totals) {
  Total sum;
  for (const Total& total : totals) {
    sum.add(total, 1);
  }
  return sum;
}

Bounds resampled(std::span<const Total> before, std::span<const Total> after, double confidence,
                 BootstrapSettings settings) {
  const auto replicates = resample(before.size(), settings, [&](std::span<const std::uint32_t> times) {
    Total old_total;
    Total new_total;
    for (std::size_t u = 0; u < times.size(); ++u) {
      old_total.add(before[u], times[u]);
      new_total.add(after[u], times[u]);
    }
    return new_total.mean() / old_total.mean();
  });
  return replicates.empty() ? Bounds{0, std::numeric_limits<double>::infinity()}
                            : percentile_interval(replicates, confidence);
}

Bounds delta_method(std::span<const Total> before, std::span<const Total> after, double confidence) {
  const Total old_total = sum_of(before);
  const Total new_total = sum_of(after);
  const double ratio = new_total.mean() / old_total.mean();
  if (ratio == 0) {
    return {0, 0};
  }
  double squares = 0;
  for (std::size_t u = 0; u < before.size(); ++u) {
    const double difference = (after[u].sum - new_total.mean() * after[u].calls) / new_total.sum -
                              (before[u].sum - old_total.mean() * before[u].calls) / old_total.sum;
    squares += difference * difference;
  }
  const double units = static_cast<double>(before.size());
  const double half = normal_quantile(0.5 + confidence / 2) * std::sqrt(units / (units - 1) * squares);
  return {ratio * std::exp(-half), ratio * std::exp(half)};
}

}  // namespace

std::optional<RatioInterval> mean_ratio(const PairedCalls& before, const PairedCalls& after, std::size_t units,
                                        double confidence, BootstrapSettings settings) {
  const PairedUnits numbered = number_units(before, after, units);
  const std::vector<Total> old_totals = totals_of(before.value, numbered.before, numbered.count);
  const std::vector<Total> new_totals = totals_of(after.value, numbered.after, numbered.count);
  const Total old_total = sum_of(old_totals);
  if (before.value.empty() || after.value.empty() || !(old_total.sum > 0)) {
    return std::nullopt;
  }
  RatioInterval interval{sum_of(new_totals).mean() / old_total.mean(), {0, std::numeric_limits<double>::infinity()}};
  if (numbered.count > most_resampled_units) {
    interval.bounds = delta_method(old_totals, new_totals, confidence);
  } else if (numbered.count > 1) {
    interval.bounds = resampled(old_totals, new_totals, confidence, settings);
  }
  return interval;
}

}  // namespace promptctl
