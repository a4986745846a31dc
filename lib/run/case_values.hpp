#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/estimate.hpp"

namespace promptctl {

// One value, 0 to 1, of each case, and the cluster it is in. Cases of one group share a cluster: they are not
// independent, and intervals are as much wider as they are alike.
class CaseValues {
 public:
  // `group` 0: a cluster of its own.
  void add(double value, std::uint32_t group);

  std::span<const double> values() const { return values_; }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  bool is_one_group() const;  // more than one value, and all in one cluster

  // The share, or mean, with its interval; none without a value. A share of passes and fails has Wilson's interval, and
  // with groups the one of its effective sample size; every other mean has Student's, cluster-robust with groups.
  std::optional<Interval> share(double confidence) const;
  std::optional<Interval> mean(double confidence) const;

 private:
  std::vector<double> values_;
  std::vector<std::uint32_t> clusters_;
  bool grouped_ = false;
  bool binary_ = true;  // each value is 0 or 1
};

// The cluster of the case at `place`: that of its group; its own for group 0.
std::uint32_t cluster_of(std::uint32_t group, std::size_t place);

// Of values in any order; none without any.
std::optional<Quantiles> quantiles_of(std::vector<double> values);

// How many clusters there are; `clusters` as above.
std::size_t cluster_count(std::span<const std::uint32_t> clusters);

}  // namespace promptctl
