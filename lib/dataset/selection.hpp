#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/regex.hpp"
#include "dataset/golden_case.hpp"

namespace promptctl {

// Which cases of a dataset to run. What is not set leaves all in.
struct SelectionOptions {
  std::string filter;               // regular expression, searched in the case's id
  std::vector<std::string> tags;    // cases that have at least one of them
  std::optional<long long> first;   // the first so many of those that fit
  std::optional<long long> sample;  // so many of those that fit, drawn by `seed`: the same ones whatever their order
  std::uint64_t seed = 0;

  bool empty() const { return filter.empty() && tags.empty() && !first && !sample; }
};

// As JSON with sorted keys, and back: part of a run's header.
std::string selection_text(const SelectionOptions& options);
SelectionOptions read_selection(const std::string& json);

// Chooses in two passes: `consider` each case in order, then ask `chosen` by position.
class Selection {
 public:
  // Throws `Failure` when the filter is no regular expression.
  explicit Selection(SelectionOptions options);

  void consider(const Case& golden, long long position);

  bool chosen(long long position) const;
  std::size_t count() const { return sampled_.empty() ? positions_ : sampled_.size(); }

 private:
  bool fits(const Case& golden) const;

  SelectionOptions options_;
  std::optional<Regex> filter_;
  std::vector<bool> fitting_;
  std::size_t positions_ = 0;
  std::set<std::pair<std::uint64_t, long long>> sampled_;
};

}  // namespace promptctl
