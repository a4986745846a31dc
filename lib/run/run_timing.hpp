#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "run/run_record.hpp"
#include "run/run_times.hpp"

namespace promptctl {

// Measures how long a run's calls took, one result after the other in any order. Holds some forty bytes a call and as
// many as its tags: exact quantiles need every value.
class RunTiming {
 public:
  void add(const CaseResult& result);
  RunTimes finish();

 private:
  using Values = std::vector<double>;

  void add_answer(const CaseResult& result, const Response& response);
  void add_timeout(const CaseResult& result, const ProviderError& error);
  void add_slow(const SlowCall& call);
  void add_to_histogram(double milliseconds);

  RunTimes times_;
  Values total_, first_token_, queued_, speed_;
  std::map<std::string, Values> tags_, models_;
  std::map<std::size_t, Values> lengths_;
  std::map<int, std::size_t> bins_;  // by tenths of the decimal logarithm
};

}  // namespace promptctl
