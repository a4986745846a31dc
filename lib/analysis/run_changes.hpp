#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/suite_change.hpp"
#include "run/run_sample.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// Recorded runs of two contents on the same suite and model, or each on the model that it names.
struct RunPair {
  std::string suite;
  std::string target;  // "a/b", or "a/b, then a/c"
  std::optional<RunHeader> before;
  std::optional<RunHeader> after;
  std::vector<Drift> drift;  // between them, where no pair without any was found
};

// For each suite and model that either content was run on, sorted: the newest two runs that can be compared, else the
// newest of each.
std::vector<RunPair> pair_runs(RunStore& store, const std::string& digest_before, const std::string& digest_after);

// A recorded run as a sample.
RunSample sample_of(RunStore& store, const RunHeader& header);

// The replies of the first `most` changed cases, as far as the store has the runs.
std::vector<ReplyChange> reply_changes(RunStore& store, const Comparison& comparison, std::size_t most);

}  // namespace promptctl
