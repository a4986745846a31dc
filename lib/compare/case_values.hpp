#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/run_record.hpp"

namespace promptctl {

// One value, 0 to 1, of each case, and the cluster it is in. Cases of one group share a cluster: they are not
// independent, and intervals are as much wider as they are alike.
class CaseValues {
 public:
  // `group` 0: a cluster of its own.
  void add(double value, std::uint32_t group);

  std::span<const double> values() const { return values_; }
  std::span<const std::uint32_t> clusters() const { return clusters_; }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  bool is_grouped() const { return grouped_; }
  bool is_binary() const { return binary_; }  // each value is 0 or 1

  // The share, or mean, with its interval; none without a value. A share of passes and fails has Wilson's interval, and
  // with groups the one of its effective sample size; every other mean has Student's, cluster-robust with groups.
  std::optional<Interval> share(double confidence) const;
  std::optional<Interval> mean(double confidence) const;

 private:
  std::vector<double> values_;
  std::vector<std::uint32_t> clusters_;
  bool grouped_ = false;
  bool binary_ = true;
};

// How many clusters there are; `clusters` as above.
std::size_t cluster_count(std::span<const std::uint32_t> clusters);

}  // namespace promptctl
