#include "report/gate/gate_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 3> words{"ACCEPTED", "REJECTED", "INCONCLUSIVE"};
constexpr std::array<std::string_view, 3> signs{"✓", "✗", "?"};
constexpr std::array<Ink, 3> inks{Ink::green, Ink::red, Ink::yellow};
constexpr std::size_t digest_start = 12;

template <typename Table>
auto entry(const Table& table, GateOutcome outcome) {
  return table[static_cast<std::size_t>(outcome)];
}

// A text on lines that begin below one another.
std::string line(std::string_view text, std::string_view indent, const ReportStyle& style) {
  return wrapped(text, std::max<std::size_t>(style.width, indent.size() + 20) - indent.size(), indent) + "\n";
}

// The prompt stands out unless a line ends in its name.
std::string headline(const GateReport& report, const ReportStyle& style) {
  const std::string_view word = entry(words, report.outcome);
  const std::string prompt = printable(report.prompt);
  const std::string rest =
      line(fmt::format("{} by the gate of {}, {}", prompt, printable(report.gate),
                       report.against.empty() ? "where nothing is live" : "against " + printable(report.against)),
           std::string(word.size() + 2, ' '), style);
  return fmt::format(
      "{}  {}", paint(word, entry(inks, report.outcome), style.color),
      rest.starts_with(prompt) ? paint(prompt, Ink::bold, style.color) + rest.substr(prompt.size()) : rest);
}

std::string rule_line(const RuleResult& rule, const ReportStyle& style) {
  std::string text = printable(rule.rule);
  text += rule.shown.empty() ? "" : fmt::format(": {}", rule.shown);
  text += rule.why.empty() ? "" : fmt::format("{} {}", rule.shown.empty() ? ":" : ";", printable(rule.why));
  return fmt::format("    {} {}", paint(entry(signs, rule.outcome), entry(inks, rule.outcome), style.color),
                     line(text, "      ", style));
}

std::string suite_text(const SuiteDecision& suite, const ReportStyle& style) {
  std::string text =
      fmt::format("\n  {} with {}\n", paint(printable(suite.suite), Ink::bold, style.color), printable(suite.target));
  for (const RuleResult& rule : suite.rules) {
    text += rule_line(rule, style);
  }
  for (const std::string& note : suite.notes) {
    text += "    " + line("note: " + printable(note), "          ", style);
  }
  if (const std::string evidence = gate_evidence_text(suite); !evidence.empty()) {
    text += "    " + line(printable(evidence), "    ", style);
  }
  return text;
}

}  // namespace

std::string witness_text(const Witness& witness) {
  const std::string answered =
      "answered by " + witness.answered_by +
      (witness.trust_head.empty() ? ""
                                  : fmt::format(", sent as the change says by --trust-head ({})", witness.trust_head));
  if (witness.signed_by.empty()) {
    return answered +
           (witness.why_not.empty() ? ", unsigned" : fmt::format(", signed for nothing ({})", witness.why_not)) +
           ", attempts not provable, " +
           (witness.judged_again ? "replies judged again" : "verdicts as its file has them");
  }
  return fmt::format("{}, signed by {}{}, {}", answered, witness.signed_by,
                     witness.attempt.empty() ? "" : fmt::format(" (attempt {})", witness.attempt),
                     witness.judged_again ? "replies judged again" : "verdicts on the signer's word");
}

std::string gate_text(const GateReport& report, const ReportStyle& style) {
  std::string text = headline(report, style);
  for (const SuiteDecision& suite : report.suites) {
    text += suite_text(suite, style);
  }
  if (const std::string level = gate_level_text(report); !level.empty()) {
    text += "\n  " + line(level, "  ", style);
  }
  return text;
}

std::string gate_level_text(const GateReport& report) {
  if (report.family == 0) {
    return {};
  }
  const std::string shared =
      report.family == 1 ? ""
                         : fmt::format("; a rejection holds at the level that {} rules share (Holm)", report.family);
  return fmt::format("intervals at {}%{}", number_text((1 - report.level) * 100), shared);
}

std::string gate_evidence_text(const SuiteDecision& suite) {
  if (suite.evidence.empty()) {
    return {};
  }
  const std::string candidate = witness_text(suite.witness);
  const std::string live = witness_text(suite.live_witness);
  const std::string against = suite.live_evidence.empty()
                                  ? ""
                                  : fmt::format("; against sha256:{}, {}", suite.live_evidence.substr(0, digest_start),
                                                live == candidate ? "likewise" : live);
  return fmt::format("evidence sha256:{}, {}{}", suite.evidence.substr(0, digest_start), candidate, against);
}

Table rules_table(const SuiteDecision& suite) {
  constexpr std::array<Direction, 3> directions{Direction::better, Direction::worse, Direction::unclear};
  Table table{{{"rule"}, {"outcome"}, {"figure"}, {"why"}}, {}};
  for (const RuleResult& rule : suite.rules) {
    table.rows.push_back({{rule.rule},
                          {fmt::format("{} {}", entry(signs, rule.outcome), gate_outcome_name(rule.outcome)),
                           entry(directions, rule.outcome)},
                          {rule.shown},
                          {rule.why}});
  }
  return table;
}

}  // namespace promptctl
