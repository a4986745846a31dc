#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/run_costs.hpp"
#include "model/run_record.hpp"

namespace promptctl {

// What is asked of costs beside what was recorded.
struct CostQuestion {
  std::optional<long long> per_day;  // calls a day to project to
};

// Adds up what a run's calls cost, one result after the other; the repeats of a case must follow each other. Holds a
// dozen bytes a case.
class RunCosting {
 public:
  explicit RunCosting(CostQuestion question) : question_(question) {}

  void add(const CaseResult& result);

  // `passed`: cases that did.
  RunCosts finish(std::size_t passed);

 private:
  // Priced calls that belong together.
  struct Sum {
    Usd cost;
    long long calls = 0;
    std::size_t cases = 0;
  };

  void add_call(const CaseResult& result, const Response& response);
  void add_costly(const CaseResult& result, const Response& response);
  void end_case();
  std::optional<MeanCost> mean() const;

  CostQuestion question_;
  RunCosts costs_;
  Sum all_;
  Sum case_;
  long long position_ = -1;
  std::vector<double> case_means_;  // picodollars
  std::vector<std::uint32_t> clusters_;
  std::map<std::string, std::uint32_t> groups_;
  std::uint32_t next_cluster_ = 0;
  std::uint32_t cluster_ = 0;
  std::map<std::string, Sum> tags_;
  std::map<std::string, std::size_t> unknown_;
};

}  // namespace promptctl
