#pragma once

#include <map>
#include <string>

#include "run/run_sample.hpp"

namespace promptctl {

// Gathers the results of a run into its sample. Results may come in any order of cases, but the repeats of one case one
// after the other.
class RunSampling {
 public:
  explicit RunSampling(RunHeader header) { sample_.header = std::move(header); }

  void add(const CaseResult& result);

  // The sample, its cases ordered by id: the same results give the same sample, whatever their order.
  RunSample finish();

 private:
  struct Mean {
    double sum = 0;
    std::size_t count = 0;
    std::size_t undecided = 0;
  };

  void begin_case(const CaseResult& result);
  void end_case();
  void add_call(const CaseResult& result, CaseSample& of_case);
  void count_judges(const CaseResult& result);
  void add_score(const Score& score, bool is_decided);
  static std::uint32_t number_of(const std::string& name, std::vector<std::string>& names,
                                 std::map<std::string, std::uint32_t>& numbers);

  RunSample sample_;
  long long position_ = -1;
  Mean score_;
  std::map<std::uint32_t, Mean> metrics_;  // of the case at hand
  std::map<std::string, std::uint32_t> group_numbers_{{"", 0}};
  std::map<std::string, std::uint32_t> tag_numbers_;
  std::map<std::string, std::uint32_t> metric_numbers_;
};

// The ids of the cases whose repeats differ in their verdict, in the sample's order.
std::vector<std::string> flaky_cases(const RunSample& sample);

}  // namespace promptctl
