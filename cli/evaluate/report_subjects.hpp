#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/workspace/workspace.hpp"
#include "report/overview/overview.hpp"
#include "run/run_costing.hpp"

namespace promptctl::cli {

// What a user wants a report on.
struct ReportWish {
  std::vector<std::string> subjects;  // runs, addresses of prompts, or two of either as "A..B"; none: the latest run
  std::size_t most_runs = 20;         // of a prompt's history, for each suite and model
  std::size_t most_cases = 5;         // changed ones, shown with their replies
  bool allow_drift = false;
  CostQuestion costs;  // without prices: those of each run's models are looked up as of its start
};

// The runs that the subjects mean, oldest first, and what changed where two are compared. Faults in a prompt that is
// addressed are printed. Throws `Failure` for what does not exist (`unknown-run`), has no run (`no-runs`) or must not
// be compared (`not-comparable`). The store must outlive the overview.
Overview find_overview(const ReportWish& wish, const Project& project, Workspace& workspace, RunStore& store,
                       std::ostream& err);

// The run with its costs told apart as far as prices are known.
RunReport make_priced_report(RunStore& store, const RunHeader& header, const Project& project,
                             const Workspace& workspace, CostQuestion question = {});

}  // namespace promptctl::cli
