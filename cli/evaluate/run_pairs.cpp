#include "cli/evaluate/run_pairs.hpp"

#include <fmt/format.h>

#include "analysis/run_changes.hpp"
#include "base/text.hpp"
#include "compare/compare.hpp"

namespace promptctl::cli {
namespace {

// What a suite lacks to be compared; empty when nothing.
std::string obstacle(const RunPair& pair, const ChangeReport& report, bool allow_drift) {
  const std::string& missing = pair.before ? report.after : report.before;
  if (!pair.before || !pair.after) {
    return fmt::format("no run of {} on {} with {}: promptctl diff {} {} --eval makes it", missing, pair.suite,
                       pair.target, report.before, report.after);
  }
  return is_comparable(pair.drift) || allow_drift
             ? ""
             : fmt::format("{} with {} can't be compared: between the runs differ {}", pair.suite, pair.target,
                           drift_list(pair.drift));
}

}  // namespace

std::string drift_list(const std::vector<Drift>& drift) {
  constexpr std::size_t digest_length = 64;
  const auto shown = [](const std::string& text) { return text.size() == digest_length ? text.substr(0, 12) : text; };
  std::vector<std::string> texts;
  for (const Drift& one : drift) {
    texts.push_back(fmt::format("the {} ({}, then {})", one.what, shown(one.before), shown(one.after)));
  }
  return join(texts, ", ");
}

SuiteChange change_between(RunStore& store, const RunHeader& before, const RunHeader& after, std::size_t most_cases) {
  SuiteChange change;
  change.comparison = compare(sample_of(store, before), sample_of(store, after));
  change.replies = reply_changes(store, change.comparison, most_cases);
  return change;
}

bool add_runs(RunStore& store, const ComparedContents& contents, ChangeReport& report) {
  bool comparable = true;
  for (const RunPair& pair : pair_runs(store, contents.before_digest, contents.after_digest)) {
    if (std::string note = obstacle(pair, report, contents.allow_drift); !note.empty()) {
      comparable = comparable && is_comparable(pair.drift);
      report.notes.push_back(std::move(note));
      continue;
    }
    report.suites.push_back(change_between(store, *pair.before, *pair.after, contents.most_cases));
  }
  return comparable;
}

}  // namespace promptctl::cli
