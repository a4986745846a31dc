// `markdown`: a comment on a pull request, or the summary of a job; what is for a second look is folded.

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "base/text.hpp"
#include "report/change/change_markdown.hpp"
#include "report/overview/formats.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/text/markdown_text.hpp"

namespace promptctl {
namespace {

using Rank = PageSection::Rank;
using Sections = std::vector<PageSection>;

void add_line(Rank rank, std::string line, Sections& sections) {
  sections.push_back({rank, "line", "", {std::move(line)}, ""});
}

void add_table(const NamedTable& table, bool is_folded, Sections& sections) {
  const std::string title = markdown_text(table.title);
  const std::string open =
      is_folded ? fmt::format("<details><summary>{}</summary>\n\n", title) : fmt::format("**{}**\n\n", title);
  PageSection section{is_folded ? Rank::detail : Rank::signature,
                      "row",
                      open + markdown_table_head(table.table),
                      {},
                      is_folded ? "\n</details>\n\n" : "\n"};
  for (std::size_t row = 0; row < table.table.rows.size(); ++row) {
    section.items.push_back(markdown_table_row(table.table, row));
  }
  sections.push_back(std::move(section));
}

void add_section(const OverviewSection& section, Sections& sections) {
  add_line(Rank::verdict, fmt::format("#### {}\n\n", section.title), sections);
  std::string facts;
  for (const auto& [label, text] : section.facts) {
    facts += fmt::format("- **{}**: {}\n", markdown_text(label), markdown_text(text));
  }
  add_line(Rank::verdict, facts + "\n", sections);
  for (const NamedTable& table : section.tables) {
    add_table(table, false, sections);
  }
  for (const NamedTable& table : section.details) {
    add_table(table, true, sections);
  }
  for (const std::string& remark : section.remarks) {
    add_line(Rank::verdict, fmt::format("<sub>{}</sub>\n\n", markdown_text(remark)), sections);
  }
}

std::string title(const RunReport& run) {
  constexpr std::array<std::string_view, 3> signs{"✅", "❌", "❓"};
  return fmt::format("### {} {}\n\n{}: {}; run {}\n\n", signs[static_cast<std::size_t>(run.summary.verdict)],
                     markdown_text(run_title(run)), verdict_name(run.summary.verdict),
                     markdown_text(run.summary.verdict_reason), markdown_code(run.header.id));
}

void write(const Overview& overview, const ReportStyle& style, std::ostream& out) {
  Sections sections;
  add_line(Rank::verdict, title(overview.runs.back()), sections);
  if (overview.runs.size() > 1) {
    add_table({"Runs", runs_table(overview)}, false, sections);
  }
  for (const ChangeReport& change : overview.changes) {
    add_change_sections(change, style.most_cases, sections);
  }
  for (const OverviewSection& section : overview_sections(overview)) {
    add_section(section, sections);
  }
  for (const std::string& note : overview.notes) {
    add_line(Rank::verdict, fmt::format("> {}\n\n", markdown_text(note)), sections);
  }
  out << trim(fitted_page(sections, most_of_comment)) << "\n";
}

}  // namespace

const OverviewFormat markdown_overview{"markdown", "a comment on a pull request", write};

}  // namespace promptctl
