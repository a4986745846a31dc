// `github`: annotations of a run and beside the prompt's file.

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "prompt/address.hpp"
#include "report/change/comparison_text.hpp"
#include "report/change/formats.hpp"
#include "report/text/annotations.hpp"

namespace promptctl {
namespace {

// What is compared may be named by two runs, whose ids are no prompts.
std::string file_of(const ChangeReport& change, const ReportStyle& style) {
  if (!change.suites.empty()) {
    return style.file_of(change.suites.front().comparison.after.prompt_id);
  }
  const auto address = find_address(change.after);
  return address ? style.file_of(address->prompt) : "";
}

void add_rule(const std::string& file, const SuiteDecision& suite, const RuleResult& rule, Annotations& all) {
  if (rule.outcome == GateOutcome::accepted) {
    return;
  }
  const bool rejected = rule.outcome == GateOutcome::rejected;
  std::vector<std::string> reasons;
  for (const std::string& reason : {rule.shown, rule.why}) {
    if (!reason.empty()) {
      reasons.push_back(reason);
    }
  }
  (rejected ? all.errors : all.warnings)
      .push_back(
          {file, fmt::format("{}: {}", gate_outcome_name(rule.outcome), rule.rule),
           fmt::format("{} with {}{}{}", suite.suite, suite.target, reasons.empty() ? "" : ": ", join(reasons, "; "))});
}

void add_gate(const std::string& file, const GateReport& gate, Annotations& all) {
  const std::string title = fmt::format("{}: {}", gate_outcome_name(gate.outcome), gate.prompt);
  if (gate.outcome == GateOutcome::accepted) {
    all.notices.push_back({file, title, fmt::format("by the gate of {}", gate.gate)});
  }
  if (gate.suites.empty() && gate.outcome == GateOutcome::inconclusive) {
    all.warnings.push_back({file, title, fmt::format("no suite judges it by the gate of {}", gate.gate)});
  }
  for (const SuiteDecision& suite : gate.suites) {
    for (const RuleResult& rule : suite.rules) {
      add_rule(file, suite, rule, all);
    }
  }
}

void add_suite(const std::string& file, const SuiteChange& change, Annotations& all) {
  const Comparison& comparison = change.comparison;
  const std::string where = comparison_title(comparison);
  if (const std::string drift = drift_text(comparison); !drift.empty()) {
    all.warnings.push_back({file, fmt::format("drift: {}", where), drift});
  }
  for (const ShownCase& shown : shown_cases(change, comparison.changes.size())) {
    const CaseChange& one = *shown.change;
    if (one.kind != CaseChange::Kind::lost || one.quarantined) {
      continue;
    }
    const std::string reason = shown.reply == nullptr || shown.reply->failing.empty()
                                   ? ""
                                   : fmt::format("; {}", join(shown.reply->failing, "; "));
    (one.critical ? all.errors : all.warnings)
        .push_back({file, fmt::format("lost: {}", case_title(one)),
                    fmt::format("{}: score {}{}", where, case_scores(one), reason)});
  }
}

void write(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out) {
  Annotations all;
  std::vector<std::string> files;
  for (const ChangeReport& change : changes) {
    const std::string& file = files.emplace_back(file_of(change, style));
    if (change.gate) {
      add_gate(file, *change.gate, all);
    }
    for (const std::string& note : change.gate || !change.content ? change.notes : std::vector<std::string>()) {
      all.warnings.push_back({file, "note", note});
    }
  }
  for (std::size_t at = 0; at < changes.size(); ++at) {
    for (const SuiteChange& suite : changes[at].suites) {
      add_suite(files[at], suite, all);
    }
  }
  write_annotations(all, out);
}

}  // namespace

const ChangeFormat github_change{"github", "annotations in GitHub Actions", write, spelled_as_meant};

}  // namespace promptctl
