// `console`: what an engineer reads after a run: the verdict, the figures, and the worst cases first.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/run/formats.hpp"
#include "report/run/judging_text.hpp"
#include "report/run/worst_cases.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::size_t label_width = 11;

void write_row(std::ostream& out, const ReportStyle& style, std::string_view label, std::string_view text) {
  const std::string indent(label_width + 2, ' ');
  out << "  " << paint(fmt::format("{:<{}}", label, label_width), Ink::dim, style.color)
      << wrapped(text, style.width - indent.size(), indent) << "\n";
}

std::string percent(double share) {
  return fmt::format("{:.1f}%", share * 100);
}

std::string thousandths(double share) {
  return fmt::format("{:.3f}", share);
}

template <typename Shown>
std::string with_interval(const Shown& shown, const Interval& figure, const RunSummary& summary) {
  return summary.one_group
             ? fmt::format("{}, of one group: no interval", shown(figure.value))
             : fmt::format("{}, 95% interval {} to {}", shown(figure.value), shown(figure.low), shown(figure.high));
}

std::string milliseconds_text(double milliseconds) {
  return duration_text(std::chrono::microseconds(static_cast<long long>(milliseconds * 1000)));
}

std::string quantiles_text(const Quantiles& quantiles) {
  return fmt::format("p50 {}, p95 {}, max {}", milliseconds_text(quantiles.p50), milliseconds_text(quantiles.p95),
                     milliseconds_text(quantiles.max));
}

std::string latency_text(const RunSummary& summary) {
  std::string text = summary.latency_ms ? quantiles_text(*summary.latency_ms) : "not measured";
  if (summary.first_token_ms) {
    text += fmt::format("; first token {}", quantiles_text(*summary.first_token_ms));
  }
  if (summary.replayed > 0) {
    text += fmt::format(" ({} replayed, not counted)", grouped(summary.replayed));
  }
  return text;
}

std::string tokens_text(const Usage& tokens) {
  std::string text = fmt::format("{} in", grouped(tokens.input.value_or(0)));
  if (tokens.cached.value_or(0) > 0) {
    text += fmt::format(" ({} cached)", grouped(*tokens.cached));
  }
  return text + fmt::format(", {} out", grouped(tokens.output.value_or(0)));
}

std::string price_table_text(const PriceOrigin& table) {
  constexpr std::size_t shown_digits = 12;
  return fmt::format("{} table of {}, sha256 {}", table.layer, table.date, table.digest.substr(0, shown_digits));
}

std::string cost_text(const RunSummary& summary, std::optional<Usd> budget) {
  const auto judged = summary.judging.is_none() ? std::optional(Usd()) : summary.judging.cost();
  if (summary.cost && judged) {
    const Usd whole = *summary.cost + *judged;
    const bool is_above = budget && whole > *budget;
    const std::string parts = summary.judging.is_none() ? ""
                                                        : fmt::format(" (answers {}, judges {})",
                                                                      money_text(*summary.cost), money_text(*judged));
    return money_text(whole) + parts + (is_above ? fmt::format(", above the budget of {}", money_text(*budget)) : "");
  }
  std::vector<std::string> unknown;
  if (!judged) {
    unknown.push_back("no price or no usage for a judge");
  }
  if (!summary.unknown_prices.empty()) {
    unknown.push_back(fmt::format("no price or no usage for {}", join(summary.unknown_prices, ", ")));
  }
  if (summary.lost_unknown > 0) {
    unknown.push_back(
        fmt::format("{} gave no answer and may be charged for", counted(summary.lost_unknown, "attempt")));
  }
  return unknown.empty() ? "nothing was called" : fmt::format("unknown: {}", join(unknown, "; "));
}

// Replies that the model did not end itself: what passed may be a part of an answer.
std::string cut_text(const std::map<std::string, std::size_t>& cut) {
  std::size_t replies = 0;
  std::vector<std::string> words;
  for (const auto& [word, count] : cut) {
    replies += count;
    words.push_back(fmt::format("{} {}", word, grouped(count)));
  }
  return fmt::format("{}: {}", counted(replies, "reply", "replies"), join(words, ", "));
}

std::string served_text(const std::map<std::string, std::size_t>& served) {
  std::vector<std::string> texts;
  for (const auto& [name, count] : served) {
    texts.push_back(fmt::format("{} ({})", printable(name), counted(count, "reply", "replies")));
  }
  return fmt::format("another model than was asked: {}", join(texts, ", "));
}

std::string metrics_text(const RunSummary& summary) {
  std::vector<std::string> texts;
  for (const auto& [name, metric] : summary.metrics) {
    texts.push_back(
        fmt::format("{}\u00a0{}", printable(name), percent(metric.passed / static_cast<double>(metric.count))));
  }
  return join(texts, ", ");
}

// Cases whose repeats differ in their verdict.
std::string flaky_text(const std::vector<std::string>& ids) {
  constexpr std::size_t most = 10;
  std::vector<std::string> shown;
  for (const std::string& id : ids) {
    if (shown.size() < most) {
      shown.push_back(printable(id));
    }
  }
  const std::string more = ids.size() > most ? fmt::format(" and {} more", grouped(ids.size() - most)) : "";
  return fmt::format("{}: {}{}", counted(ids.size(), "case"), join(shown, ", "), more);
}

Ink verdict_ink(Verdict verdict) {
  return verdict == Verdict::accepted ? Ink::green : verdict == Verdict::rejected ? Ink::red : Ink::yellow;
}

std::string verdict_word(Verdict verdict) {
  return verdict == Verdict::accepted ? "ACCEPTED" : verdict == Verdict::rejected ? "REJECTED" : "NO VERDICT";
}

// How the figures were made, in one line, so that two of them can be told to be comparable.
std::string signature(const RunHeader& header, const RunSummary& summary) {
  std::string text =
      fmt::format("dataset:{}|cases:{}|repeats:{}|reducer:{}|prompt:{}|suite:{}|promptctl:{}",
                  header.dataset_digest.substr(0, 8), summary.cases, header.repeat, reducer_name(header.reducer),
                  header.prompt_digest.substr(0, 8), header.suite_digest.substr(0, 8), header.tool);
  if (header.commit) {
    text += fmt::format("|commit:{}{}", header.commit->substr(0, 8), header.is_dirty() ? "+dirty" : "");
  }
  return text;
}

void write_summary(std::ostream& out, const ReportStyle& style, const RunReport& run, const RunNotes& notes) {
  const RunSummary& summary = run.summary;
  out << paint(verdict_word(summary.verdict), verdict_ink(summary.verdict), style.color) << "  "
      << paint(printable(run.header.prompt_address), Ink::bold, style.color) << " on " << printable(run.header.suite_id)
      << ": " << printable(summary.verdict_reason) << "\n\n";
  write_row(out, style, "cases",
            fmt::format("{}: {} passed, {} failed, {}", grouped(summary.cases), grouped(summary.passed),
                        grouped(summary.failed), counted(summary.errors, "error")));
  if (summary.quarantined > 0) {
    write_row(out, style, "quarantine", fmt::format("{} more, of no account", counted(summary.quarantined, "case")));
  }
  if (!notes.cut.empty()) {
    write_row(out, style, "cut short", cut_text(notes.cut));
  }
  if (!summary.flaky.empty()) {
    write_row(out, style, "flaky", flaky_text(summary.flaky));
  }
  if (summary.pass_rate) {
    write_row(out, style, "pass rate", with_interval(percent, *summary.pass_rate, summary));
  }
  if (summary.score) {
    write_row(out, style, "score", with_interval(thousandths, *summary.score, summary));
  }
  if (!summary.metrics.empty()) {
    write_row(out, style, "metrics", metrics_text(summary));
  }
  write_row(out, style, "latency", latency_text(summary));
  if (summary.tokens.input || summary.tokens.output) {
    write_row(out, style, "tokens", tokens_text(summary.tokens));
  }
  if (!summary.judging.is_none()) {
    write_row(out, style, "judges", judges_text(summary.judging));
    write_row(out, style, "judging", judging_effort_text(summary.judging));
  }
  write_row(out, style, "cost", cost_text(summary, run.header.provenance.budget));
  if (const PriceOrigin& table = run.header.provenance.price_table;
      !table.digest.empty() && summary.known_cost != Usd()) {
    write_row(out, style, "prices", price_table_text(table));
  }
  write_row(out, style, "model", join(run.header.targets, ", "));
  if (!notes.served.empty()) {
    write_row(out, style, "served by", served_text(notes.served));
  }
  const std::string& graded = run.header.provenance.graded;
  write_row(out, style, "run", run.header.id + (graded.empty() ? "" : fmt::format(", of the replies of {}", graded)));
  write_row(out, style, "signature", replace_all(signature(run.header, summary), "|", " "));
}

std::string case_title(const CaseResult& result, const RunReport& run) {
  std::string title = printable(result.case_id);
  title += run.header.repeat > 1 ? fmt::format(" #{}", result.repeat) : "";
  title += run.header.targets.size() > 1 ? fmt::format(" on {}", printable(result.target)) : "";
  title += result.critical ? " (critical)" : "";
  title += result.quarantined ? " (quarantined)" : "";
  return title;
}

void write_assertion(std::ostream& out, const ReportStyle& style, const AssertionResult& assertion) {
  const bool failed = assertion.outcome == AssertionResult::Outcome::failed;
  const std::string metric = assertion.metric.empty() ? "" : fmt::format(" ({})", printable(assertion.metric));
  const std::string note = assertion.required ? "" : " [not required]";
  const std::string text = fmt::format("{}{}{}: {}", assertion.type, metric, note, printable(assertion.reason));
  out << "    " << paint(failed ? "✗" : "?", failed ? Ink::red : Ink::yellow, style.color) << " "
      << wrapped(text, style.width - 6, "      ") << "\n";
}

void write_case(std::ostream& out, const ReportStyle& style, const WorstCase& shown, const RunReport& run) {
  const CaseResult& result = shown.result;
  const bool failed = result.passed() == false;
  out << "\n  " << paint(failed ? "FAILED" : "ERROR", failed ? Ink::red : Ink::yellow, style.color) << "  "
      << paint(case_title(result, run), Ink::bold, style.color);
  if (shown.alike > 0) {
    out << fmt::format(" and {} more", grouped(shown.alike));
  }
  if (result.error) {
    const std::string text =
        fmt::format("{}: {}", error_kind_name(result.error->kind), printable(result.error->message));
    out << "\n    " << wrapped(text, style.width - 4, "    ");
    out << (result.error->attempts > 1 ? fmt::format(" (after {} attempts)\n", result.error->attempts) : "\n");
    return;
  }
  out << fmt::format("  score {:.3f}\n", result.score.value);
  for (const AssertionResult& assertion : result.score.assertions) {
    if (assertion.outcome != AssertionResult::Outcome::passed) {
      write_assertion(out, style, assertion);
    }
  }
  if (!result.score.reason.empty()) {
    out << "    " << wrapped(printable(result.score.reason), style.width - 4, "    ") << "\n";
  }
  const std::size_t excerpt = (style.width - 11) * 2;
  const std::string reply = result.response ? shorten(printable(result.response->text), excerpt) : "";
  if (result.response && !result.response->thoughts.empty()) {
    const std::string thoughts = shorten(printable(result.response->thoughts), excerpt);
    out << "    " << paint("thought", Ink::dim, style.color) << " "
        << wrapped(thoughts, style.width - 12, "            ") << "\n";
  }
  out << "    " << paint("reply", Ink::dim, style.color) << " "
      << (reply.empty() ? "(empty)" : wrapped(reply, style.width - 10, "          ")) << "\n";
}

void write_run(std::ostream& out, const ReportStyle& style, const RunReport& run) {
  const WorstCases worst = find_worst(run, style.most_cases);
  write_summary(out, style, run, worst.notes);
  std::size_t told = 0;
  for (const WorstCase& shown : worst.shown) {
    write_case(out, style, shown, run);
    told += 1 + shown.alike;
  }
  if (worst.all > told) {
    out << fmt::format("\n  and {} more: promptctl runs show {} --cases {}\n", grouped(worst.all - told), run.header.id,
                       worst.all);
  }
}

void write(std::span<const RunReport> runs, const ReportStyle& style, std::ostream& out) {
  const char* before = "";
  for (const RunReport& run : runs) {
    out << before;
    write_run(out, style, run);
    before = "\n";
  }
}

}  // namespace

const ReportFormat console_format{"console", "for reading in a terminal", write};

}  // namespace promptctl
