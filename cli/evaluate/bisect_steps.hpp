#pragma once

#include <string>
#include <vector>

#include "cli/ledger/prompt_source.hpp"

namespace promptctl::cli {

// A content of a prompt among those that a bisection goes through.
struct BisectStep {
  Address address;
  std::string digest;
  std::string told;  // who made it and why
};

// The ends as a user writes them: "3", "git:v1.0".
struct BisectRange {
  std::string prompt;
  std::string good;
  std::string bad;
};

// The contents from the good end to the bad one, both included: versions by number, or the commits of the main line in
// which the content is another than before. A commit in which the prompt can't be read is passed over, as `git bisect
// skip` does. Throws `Failure`, where an end does not exist, or there are fewer than two contents.
std::vector<BisectStep> bisect_steps(const BisectRange& range, Workspace& workspace);

}  // namespace promptctl::cli
