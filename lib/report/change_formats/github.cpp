// `github`: workflow commands, which GitHub Actions shows as annotations of a run and beside the prompt's file:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/address.hpp"
#include "report/change_formats.hpp"
#include "report/comparison_text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_annotations = 10;  // of a kind; GitHub drops what a step writes beyond

struct Annotation {
  std::string file;  // empty: of no file
  std::string title;
  std::string message;
};

// Those of one kind, the gravest first.
struct Annotations {
  std::vector<Annotation> errors;
  std::vector<Annotation> warnings;
  std::vector<Annotation> notices;
};

std::string message_text(std::string_view text) {
  return replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

std::string property_text(std::string_view text) {
  return replace_all(replace_all(message_text(text), ":", "%3A"), ",", "%2C");
}

std::string file_of(const std::string& address) {
  const auto found = find_address(address);
  return found ? fmt::format("prompts/{}.prompt", found->prompt) : "";
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

void write_kind(std::string_view kind, const std::vector<Annotation>& annotations, std::ostream& out) {
  const std::size_t shown = annotations.size() <= most_annotations ? annotations.size() : most_annotations - 1;
  for (std::size_t at = 0; at < shown; ++at) {
    const Annotation& one = annotations[at];
    const std::string file = one.file.empty() ? "" : fmt::format("file={},", property_text(printable(one.file)));
    constexpr std::size_t most_of_title = 200;
    constexpr std::size_t most_of_message = 2'000;
    out << fmt::format("::{} {}title={}::{}\n", kind, file, property_text(shorten(printable(one.title), most_of_title)),
                       message_text(shorten(printable(one.message), most_of_message)));
  }
  if (shown < annotations.size()) {
    out << fmt::format("::{0} title=and more::{1} more of this kind; the other formats have them all\n", kind,
                       annotations.size() - shown);
  }
}

void write(std::span<const ChangeReport> changes, const ReportStyle&, std::ostream& out) {
  Annotations all;
  for (const ChangeReport& change : changes) {
    const std::string file = file_of(change.after);
    if (change.gate) {
      add_gate(file, *change.gate, all);
    }
    for (const std::string& note : change.gate || !change.content ? change.notes : std::vector<std::string>()) {
      all.warnings.push_back({file, "note", note});
    }
  }
  for (const ChangeReport& change : changes) {
    for (const SuiteChange& suite : change.suites) {
      add_suite(file_of(change.after), suite, all);
    }
  }
  write_kind("error", all.errors, out);
  write_kind("warning", all.warnings, out);
  write_kind("notice", all.notices, out);
}

}  // namespace

const ChangeFormat github_change{"github", "annotations in GitHub Actions", write};

}  // namespace promptctl
