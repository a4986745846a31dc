#pragma once

#include <string>

#include "report/change/change_report.hpp"
#include "run/run_store.hpp"

namespace promptctl::cli {

// Two contents whose runs are compared.
struct ComparedContents {
  std::string before_digest;
  std::string after_digest;
  bool allow_drift = false;
  std::size_t most_cases = 0;  // shown with their replies
};

// Adds a suite to the report for each pair of recorded runs of the two, and a note for each suite that can't be
// compared. False when runs are there that must not be compared.
bool add_runs(RunStore& store, const ComparedContents& contents, ChangeReport& report);

// Two runs, as a suite of a report.
SuiteChange change_between(RunStore& store, const RunHeader& before, const RunHeader& after, std::size_t most_cases);

// "the dataset (ab12, then cd34), the model (…)"
std::string drift_list(const std::vector<Drift>& drift);

}  // namespace promptctl::cli
