#include "report/change/html_changes.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "base/text.hpp"
#include "report/change/comparison_tables.hpp"
#include "report/change/comparison_text.hpp"
#include "report/change/forest_plot.hpp"
#include "report/change/prompt_diff_text.hpp"
#include "report/gate/gate_text.hpp"
#include "report/text/excerpt.hpp"
#include "report/text/html_text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_of_reply = 20'000;  // bytes

std::string items_text(const std::vector<std::string>& texts) {
  std::string items;
  for (const std::string& text : texts) {
    items += fmt::format("<li>{}</li>\n", html_text(text));
  }
  return items.empty() ? "" : fmt::format("<ul>\n{}</ul>\n", items);
}

std::string reply_text(std::string_view label, const std::string& reply, const std::vector<std::string>& failing) {
  std::vector<std::string> faults;
  faults.reserve(failing.size());
  for (const std::string& one : failing) {
    faults.push_back("✗ " + excerpt(one, most_of_reply));
  }
  return fmt::format("<div><h5>{}</h5>\n<pre dir=\"auto\">{}</pre>\n{}</div>\n", label,
                     reply.empty() ? "(empty)" : html_lines(excerpt(reply, most_of_reply)), items_text(faults));
}

std::string case_text(const ShownCase& shown) {
  constexpr std::array<std::string_view, 4> classes{"worse", "open", "better", "better"};
  const CaseChange& change = *shown.change;
  std::string text = fmt::format("<div class=\"case\"><h4><span class=\"{}\">{}</span> <bdi>{}</bdi>: score {}</h4>\n",
                                 classes[static_cast<std::size_t>(change.kind)], case_change_word(change.kind),
                                 html_text(case_title(change)), case_scores(change));
  if (shown.reply != nullptr) {
    const std::vector<std::string> none;
    const bool after = shown.fails_after();
    text += "<div class=\"replies\">\n" +
            reply_text("before", shown.reply->before, after ? none : shown.reply->failing) +
            reply_text("after", shown.reply->after, after ? shown.reply->failing : none) + "</div>\n";
  }
  return text + "</div>\n";
}

std::string cases_text(const SuiteChange& change, std::size_t most) {
  const std::size_t all = change.comparison.changes.size();
  const auto shown = shown_cases(change, most);
  std::string text = all == 0 ? "" : "<h3>Changed cases</h3>\n";
  for (const ShownCase& one : shown) {
    text += case_text(one);
  }
  return all == shown.size() ? text
                             : text + fmt::format("<p class=\"quiet\">and {}: --cases {}</p>\n",
                                                  counted(all - shown.size(), "more changed case"), all);
}

std::string line_text(const DiffLine& line) {
  constexpr std::array<std::string_view, 3> classes{"same", "removed", "added"};
  constexpr std::array<std::string_view, 3> marks{"span", "del", "ins"};
  constexpr std::string_view signs = " -+";
  const auto kind = static_cast<std::size_t>(line.kind);
  std::string text;
  for (const DiffWords& words : line.words) {
    text += words.changed ? fmt::format("<{0}>{1}</{0}>", marks[kind], html_lines(words.text)) : html_lines(words.text);
  }
  return fmt::format("<span class=\"{}\">{} {}</span>{}", classes[kind], signs[kind],
                     line.words.empty() ? html_lines(line.text) : text,
                     line.has_newline ? "" : "<span class=\"place\">\\ No newline at end of file</span>");
}

std::string file_text(const FileDiff& file) {
  std::string text;
  for (const DiffHunk& hunk : file.text.hunks) {
    text += fmt::format("<span class=\"place\">@@ {},{} → {},{} @@</span>", hunk.old_start, hunk.old_count,
                        hunk.new_start, hunk.new_count);
    for (const DiffLine& line : hunk.lines) {
      text += line_text(line);
    }
  }
  return fmt::format("<h3>Text: {}</h3>\n<pre class=\"diff\">{}</pre>\n", html_text(file.file), text);
}

}  // namespace

std::string html_rules(const GateReport& gate) {
  std::string text;
  for (const SuiteDecision& suite : gate.suites) {
    const std::string title = fmt::format("Rules: {} with {}", suite.suite, suite.target);
    std::vector<std::string> notes = suite.notes;
    if (const std::string evidence = gate_evidence_text(suite); !evidence.empty()) {
      notes.push_back(evidence);
    }
    text += fmt::format("<section><h2>{}</h2>\n{}{}</section>\n", html_text(title),
                        html_table(rules_table(suite), "What each rule came to"), items_text(notes));
  }
  const std::string level = gate_level_text(gate);
  return text + (level.empty() ? "" : fmt::format("<p class=\"quiet\">{}</p>\n", html_text(level)));
}

std::string html_suite(const SuiteChange& change, std::size_t most_cases) {
  const Comparison& comparison = change.comparison;
  std::string text = fmt::format("<section><h2>{}</h2>\n<p>{}</p>\n", html_text(comparison_title(comparison)),
                                 html_text(counts_text(comparison)));
  if (const std::string drift = drift_text(comparison); !drift.empty()) {
    text += fmt::format("<p class=\"drift\">⚠ Drift: {}</p>\n", html_text(drift));
  }
  text += html_table(figures_table(comparison), "Figures before and after") + forest_plot(comparison) +
          html_table(ratios_table(comparison), "Time and cost before and after") +
          items_text(comparison_remarks(comparison)) + cases_text(change, most_cases);
  return text + fmt::format("<p class=\"signature\">signature {}</p></section>\n",
                            html_text(comparison_signature(comparison)));
}

std::string html_content(const PromptComparison& content) {
  ReportStyle wide;
  wide.width = 100;
  std::string text = fmt::format("<section><h2>The prompt</h2>\n<h3>Interface and settings</h3>\n<pre>{}</pre>\n",
                                 html_lines(prompt_change_text(content.prompts, wide)));
  for (const FileDiff& file : content.files) {
    text += file_text(file);
  }
  return text + "</section>\n";
}

}  // namespace promptctl
