#include "cli/evaluate/review_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/ledger/prompt_source.hpp"
#include "dataset/case_reader.hpp"
#include "eval/rejudging.hpp"
#include "world/sqlite/sqlite_run_store.hpp"

namespace promptctl::cli {
namespace {

// Of each case, each reply once: repeats may have given several.
using Replies = std::map<std::string, std::vector<std::string>>;

Replies replies_of(RunStore& store, const RunHeader& header) {
  Replies replies;
  store.each_result(header.id, [&replies](const CaseResult& result) {
    if (result.response && !result.response->text.empty()) {
      std::vector<std::string>& known = replies[result.case_id];
      if (std::find(known.begin(), known.end(), result.response->text) == known.end()) {
        known.push_back(result.response->text);
      }
    }
  });
  return replies;
}

// The cases as the prompt completes them: so they are judged, and so their labels are found.
std::vector<ReviewItem> items_of(const ReviewPlan& plan, const Suite& suite, const CompleteCase& complete,
                                 const Replies& replies, const RunHeader& header, Workspace& workspace) {
  std::vector<ReviewItem> items;
  Diagnostics faults;  // Reported where the suite is run.
  const auto cases = read_cases(suite.cases, workspace.files.open(suite.cases), faults);
  for (Case golden; cases->next(golden);) {
    const auto known = replies.find(golden.id);
    if (known == replies.end()) {
      continue;
    }
    if (complete) {
      complete(golden);
    }
    for (const std::string& reply : known->second) {
      ReviewItem item{golden, reply, header.id, {}, raters_of(plan, golden.id)};
      for (const ReviewQuestion& question : plan.questions) {
        item.digests.push_back(item_digest(question, golden, reply));
      }
      items.push_back(std::move(item));
    }
  }
  return draw_items(plan, std::move(items));
}

}  // namespace

std::optional<ReviewSession> open_review(const std::string& run, Workspace& workspace, std::ostream& err) {
  if (!has_runs(workspace.root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "promptctl eval records one");
  }
  SqliteRunStore store(state_path(workspace.root, "runs.db"));
  ReviewSession review;
  review.header = find_run(store, run);
  const std::string path = review_path(review.header.suite_id);
  Diagnostics faults;
  const auto source = workspace.files.read(path, faults);
  if (!source && !faults.has_errors()) {
    throw Failure(
        "no-review", whole_file(path), fmt::format("the suite {} has no review", review.header.suite_id),
        "write what people are asked: questions: [{id: helpful, ask: \"Would you send this reply?\", answers: "
        "[yes, no]}]");
  }
  const auto plan = source ? read_review_plan(source, faults) : std::nullopt;
  const auto suite = workspace.registry.read_suite(review.header.suite_id, faults);
  review.labels = Labels::read(workspace.files, review.header.suite_id, faults);
  const auto prompt = suite && workspace.registry.has_prompt(suite->prompt)
                          ? workspace.registry.read_prompt(suite->prompt, faults)
                          : std::nullopt;
  print(faults, err);
  if (!plan || !suite || faults.has_errors()) {
    return std::nullopt;
  }
  review.plan = *plan;
  review.items =
      items_of(*plan, *suite, completion(prompt), replies_of(store, review.header), review.header, workspace);
  if (review.items.empty()) {
    throw Failure("no-runs", fmt::format("run {} has no reply to a case that there is now", review.header.id));
  }
  return review;
}

void keep_label(const Label& label, const std::string& suite_id, Workspace& workspace) {
  const std::string path = label_file(suite_id, label.rater);
  Diagnostics faults;
  const auto before = workspace.files.read(path, faults);
  std::string text(before ? before->text() : "");
  if (!text.empty() && text.back() != '\n') {
    text += '\n';
  }
  workspace.files.write(path, text + label_line(label));
}

}  // namespace promptctl::cli
