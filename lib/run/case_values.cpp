#include "run/case_values.hpp"

#include <algorithm>

#include "stats/interval.hpp"

namespace promptctl {
namespace {

Interval around(double value, const Bounds& bounds) {
  return {value, bounds.low, bounds.high};
}

}  // namespace

void CaseValues::add(double value, std::uint32_t group) {
  grouped_ = grouped_ || group != 0;
  binary_ = binary_ && (value == 0 || value == 1);
  clusters_.push_back(cluster_of(group, values_.size()));
  values_.push_back(value);
}

bool CaseValues::is_one_group() const {
  return values_.size() > 1 && cluster_count(clusters_) == 1;
}

std::optional<Interval> CaseValues::share(double confidence) const {
  if (!binary_ || values_.empty()) {
    return mean(confidence);
  }
  const double value = promptctl::mean(values_);
  if (grouped_) {
    return around(value, clustered_share_interval(values_, clusters_, confidence));
  }
  const auto passed = static_cast<std::size_t>(std::count(values_.begin(), values_.end(), 1.0));
  return around(value, wilson_interval(passed, values_.size(), confidence));
}

std::optional<Interval> CaseValues::mean(double confidence) const {
  if (values_.empty()) {
    return std::nullopt;
  }
  const Bounds bounds = grouped_ ? clustered_mean_interval(values_, clusters_, 0, 1, confidence)
                                 : mean_interval(values_, 0, 1, confidence);
  return around(promptctl::mean(values_), bounds);
}

std::uint32_t cluster_of(std::uint32_t group, std::size_t place) {
  constexpr std::uint32_t own_cluster = 0x80000000U;
  return group == 0 ? own_cluster | static_cast<std::uint32_t>(place) : group;
}

std::optional<Quantiles> quantiles_of(std::vector<double> values) {
  if (values.empty()) {
    return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  return Quantiles{values.size(),          quantile(values, 0.50), quantile(values, 0.90),
                   quantile(values, 0.95), quantile(values, 0.99), values.back()};
}

std::size_t cluster_count(std::span<const std::uint32_t> clusters) {
  std::vector<std::uint32_t> sorted(clusters.begin(), clusters.end());
  std::sort(sorted.begin(), sorted.end());
  return static_cast<std::size_t>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

}  // namespace promptctl
