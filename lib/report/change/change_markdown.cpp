#include "report/change/change_markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/comparison_tables.hpp"
#include "report/change/comparison_text.hpp"
#include "report/change/prompt_diff_text.hpp"
#include "report/gate/gate_text.hpp"
#include "report/text/excerpt.hpp"
#include "report/text/fitted_page.hpp"
#include "report/text/markdown_text.hpp"
#include "report/text/unified_diff.hpp"

namespace promptctl {
namespace {

using Rank = PageSection::Rank;
using Sections = std::vector<PageSection>;

constexpr std::size_t most_of_reply = 2'000;  // bytes
constexpr std::size_t most_of_hunk = 16'000;
constexpr std::size_t most_of_name = 200;  // columns
constexpr std::size_t digest_start = 12;

std::string name_of(std::string_view text) {
  return markdown_code(shorten(text, most_of_name));
}

std::string title(const ChangeReport& change) {
  constexpr std::array<std::string_view, 3> signs{"✅", "❌", "❓"};
  if (change.gate) {
    const GateReport& gate = *change.gate;
    return fmt::format("### {} {}: {} by the gate of {}, {}\n\n", signs[static_cast<std::size_t>(gate.outcome)],
                       gate_outcome_name(gate.outcome), name_of(gate.prompt), name_of(gate.gate),
                       gate.against.empty() ? "where nothing is live" : "against " + name_of(gate.against));
  }
  if (change.content && change.content->prompts.identical) {
    return fmt::format("### {} and {} are identical\n\n<code>sha256:{}</code>\n\n", name_of(change.before),
                       name_of(change.after), change.content->after.digest.substr(0, digest_start));
  }
  return change.before.empty() ? fmt::format("### {}\n\n", name_of(change.after))
                               : fmt::format("### {} → {}\n\n", name_of(change.before), name_of(change.after));
}

void add_table(std::string_view item, const Table& table, std::string_view heading, Sections& sections) {
  PageSection section{Rank::verdict, item, std::string(heading) + markdown_table_head(table), {}, "\n"};
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    section.items.push_back(markdown_table_row(table, row));
  }
  sections.push_back(std::move(section));
}

void add_texts(std::string_view item, const std::vector<std::string>& texts, Sections& sections) {
  PageSection section{Rank::verdict, item, "", {}, "\n"};
  for (const std::string& text : texts) {
    section.items.push_back(fmt::format("- {}\n", markdown_text(text)));
  }
  sections.push_back(std::move(section));
}

void add_gate(const GateReport& gate, Sections& sections) {
  for (const SuiteDecision& suite : gate.suites) {
    const std::string heading = fmt::format("**{}** with {}\n\n", name_of(suite.suite), name_of(suite.target));
    add_table("rule", rules_table(suite), heading, sections);
    std::vector<std::string> notes = suite.notes;
    if (const std::string evidence = gate_evidence_text(suite); !evidence.empty()) {
      notes.push_back(evidence);
    }
    add_texts("note", notes, sections);
  }
  if (const std::string level = gate_level_text(gate); !level.empty()) {
    sections.push_back({Rank::verdict, "note", "", {markdown_text(level) + "\n\n"}, ""});
  }
}

std::string reply_text(std::string_view label, const std::string& reply, const std::vector<std::string>& failing) {
  std::string text = fmt::format("{}:\n\n{}\n", label, markdown_block(excerpt(reply, most_of_reply)));
  for (const std::string& one : failing) {
    text += fmt::format("- ✗ {}\n", markdown_text(shorten(one, most_of_reply)));
  }
  return text + (failing.empty() ? "" : "\n");
}

std::string case_text(const ShownCase& shown) {
  const CaseChange& change = *shown.change;
  std::string text = fmt::format("**{}** {}{}{}: score {}\n\n", case_change_word(change.kind), name_of(change.id),
                                 change.critical ? " (critical)" : "", change.quarantined ? " (quarantined)" : "",
                                 case_scores(change));
  if (shown.reply == nullptr) {
    return text;
  }
  const bool after = shown.fails_after();
  text += reply_text("Before", shown.reply->before, after ? std::vector<std::string>() : shown.reply->failing);
  return text + reply_text("After", shown.reply->after, after ? shown.reply->failing : std::vector<std::string>());
}

void add_cases(const SuiteChange& change, std::size_t most, Sections& sections) {
  const std::size_t all = change.comparison.changes.size();
  const auto shown = shown_cases(change, most);
  const std::string count =
      all == shown.size() ? grouped(all) : fmt::format("{} of {}", grouped(shown.size()), grouped(all));
  PageSection section{Rank::detail, "case", "", {}, "</details>\n\n"};
  section.open = fmt::format("<details><summary>Changed cases: {}</summary>\n\n", count);
  for (const ShownCase& one : shown) {
    section.items.push_back(case_text(one));
  }
  sections.push_back(std::move(section));
}

void add_suite(const SuiteChange& change, std::size_t most_cases, Sections& sections) {
  const Comparison& comparison = change.comparison;
  std::string heading = fmt::format("#### {} with {}\n\n{}\n\n", name_of(comparison.after.suite_id),
                                    name_of(join(comparison.after.targets, ", ")), counts_text(comparison));
  if (const std::string drift = drift_text(comparison); !drift.empty()) {
    heading += fmt::format("⚠️ **Drift:** {}\n\n", markdown_text(drift));
  }
  sections.push_back({Rank::verdict, "suite", "", {heading}, ""});
  add_table("figure", figures_table(comparison), "", sections);
  add_table("figure", ratios_table(comparison), "", sections);
  add_texts("note", comparison_remarks(comparison), sections);
  add_cases(change, most_cases, sections);
}

void add_file(const FileDiff& file, Sections& sections) {
  std::vector<std::string> hunks;
  std::string all;
  for (const DiffHunk& hunk : file.text.hunks) {
    hunks.push_back(excerpt(unified_hunk(hunk), most_of_hunk));
    hunks.back() += hunks.back().ends_with('\n') ? "" : "\n";
    all += hunks.back();
  }
  const std::string fence = markdown_fence(all);
  sections.push_back({Rank::detail, "text hunk",
                      fmt::format("<details><summary>Text: {}</summary>\n\n{}diff\n", name_of(file.file), fence),
                      std::move(hunks), fence + "\n\n</details>\n\n"});
}

void add_content(const PromptComparison& content, Sections& sections) {
  if (content.prompts.identical) {
    return;
  }
  ReportStyle wide;
  wide.width = 100;
  sections.push_back({Rank::detail,
                      "settings block",
                      "<details><summary>Interface and settings</summary>\n\n",
                      {markdown_block(prompt_change_text(content.prompts, wide))},
                      "\n</details>\n\n"});
  for (const FileDiff& file : content.files) {
    add_file(file, sections);
  }
}

}  // namespace

void add_change_sections(const ChangeReport& change, std::size_t most_cases, std::vector<PageSection>& sections) {
  sections.push_back({Rank::verdict, "prompt", "", {title(change)}, ""});
  if (change.gate) {
    add_gate(*change.gate, sections);
  }
  for (const SuiteChange& suite : change.suites) {
    add_suite(suite, most_cases, sections);
  }
  add_texts("note", change.notes, sections);
  if (change.content) {
    add_content(*change.content, sections);
  }
  for (const SuiteChange& suite : change.suites) {
    sections.push_back({Rank::signature,
                        "signature",
                        "",
                        {fmt::format("<sub>{}</sub>\n\n", markdown_code(comparison_signature(suite.comparison)))},
                        ""});
  }
}

}  // namespace promptctl
