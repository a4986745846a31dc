#pragma once

#include <string>
#include <vector>

#include "cli/workspace/workspace.hpp"
#include "review/review_queue.hpp"
#include "run/run_record.hpp"

namespace promptctl::cli {

// The review of one recorded run.
struct ReviewSession {
  RunHeader header;
  ReviewPlan plan;
  std::vector<ReviewItem> items;  // of the sample
  Labels labels;
};

// Throws `Failure` where there is no such run (`unknown-run`), its suite has no review.yaml (`no-review`), or the run
// has no reply to a case there is now (`no-runs`). None after faults, which are printed.
std::optional<ReviewSession> open_review(const std::string& run, Workspace& workspace, std::ostream& err);

// Keeps a label: written at once, behind those of its rater.
void keep_label(const Label& label, const std::string& suite_id, Workspace& workspace);

}  // namespace promptctl::cli
