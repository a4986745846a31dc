#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/workspace.hpp"
#include "flow/run_costs.hpp"
#include "report/overview.hpp"

namespace promptctl::cli {

// What a user wants a report on.
struct ReportWish {
  std::vector<std::string> subjects;  // runs, addresses of prompts, or two of either as "A..B"; none: the latest run
  std::size_t most_runs = 20;         // of a prompt's history, for each suite and model
  std::size_t most_cases = 5;         // changed ones, shown with their replies
  bool allow_drift = false;
  CostQuestion costs;
};

// The runs that the subjects mean, oldest first, and what changed where two are compared. Faults in a prompt that is
// addressed are printed. Throws `Failure` for what does not exist (`unknown-run`), has no run (`no-runs`) or must not
// be compared (`not-comparable`). The store must outlive the overview.
Overview find_overview(const ReportWish& wish, Workspace& workspace, RunStore& store, std::ostream& err);

}  // namespace promptctl::cli
