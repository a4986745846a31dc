// `console`: for reading in a terminal: the runs side by side, then the last of them in detail.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/change_report.hpp"
#include "report/overview/formats.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/text/layout.hpp"
#include "report/text/table_text.hpp"

namespace promptctl {
namespace {

std::string heading(std::string_view text, const ReportStyle& style) {
  return fmt::format("\n{}\n", paint(text, Ink::bold, style.color));
}

void write_facts(const OverviewSection& section, const ReportStyle& style, std::ostream& out) {
  std::size_t label_width = 0;
  for (const auto& [label, text] : section.facts) {
    label_width = std::max(label_width, label.size());
  }
  const std::string indent(label_width + 4, ' ');
  for (const auto& [label, text] : section.facts) {
    out << "  " << paint(fmt::format("{:<{}}", label, label_width), Ink::dim, style.color) << "  "
        << wrapped(printable(text), std::max<std::size_t>(style.width, indent.size() + 20) - indent.size(), indent)
        << "\n";
  }
}

constexpr std::size_t most_rows = 12;

void write_tables(const std::vector<NamedTable>& tables, const ReportStyle& style, std::ostream& out) {
  for (const NamedTable& table : tables) {
    Table shown = table.table;
    shown.rows.resize(std::min(shown.rows.size(), most_rows));
    out << "\n  " << paint(table.title, Ink::dim, style.color) << "\n" << table_text(shown, style);
    if (shown.rows.size() < table.table.rows.size()) {
      out << fmt::format("  and {} more: --json has all\n", grouped(table.table.rows.size() - shown.rows.size()));
    }
  }
}

void write_section(const OverviewSection& section, const ReportStyle& style, std::ostream& out) {
  out << heading(section.title, style);
  write_facts(section, style, out);
  write_tables(section.tables, style, out);
  write_tables(section.details, style, out);
  for (const std::string& remark : section.remarks) {
    out << "\n  " << wrapped(printable(remark), std::max<std::size_t>(style.width, 22) - 2, "  ") << "\n";
  }
}

Ink verdict_ink(Verdict verdict) {
  return verdict == Verdict::accepted ? Ink::green : verdict == Verdict::rejected ? Ink::red : Ink::yellow;
}

void write_verdict(const RunReport& run, const ReportStyle& style, std::ostream& out) {
  const std::string reason = fmt::format(": {}; run {}", printable(run.summary.verdict_reason), run.header.id);
  const std::string_view verdict = verdict_name(run.summary.verdict);
  out << paint(wrapped(printable(run_title(run)), style.width, ""), Ink::bold, style.color) << "\n  "
      << paint(verdict, verdict_ink(run.summary.verdict), style.color)
      << wrapped(reason, style.width - 2 - verdict.size(), "  ") << "\n";
}

// How the pass rate went, where a suite was run on a model more than twice.
void write_trends(const Overview& overview, const ReportStyle& style, std::ostream& out) {
  std::map<std::pair<std::string, std::string>, std::vector<double>> series;
  for (const RunReport& run : overview.runs) {
    if (run.summary.pass_rate && !run.header.targets.empty()) {
      series[{run.header.suite_id, run.header.targets.front()}].push_back(run.summary.pass_rate->value);
    }
  }
  for (const auto& [name, rates] : series) {
    if (rates.size() > 2) {
      out << "\n  "
          << wrapped(printable(fmt::format("pass rate on {} with {}: {}  {} to {}", name.first, name.second,
                                           sparkline(rates), percent_text(rates.front()), percent_text(rates.back()))),
                     style.width - 2, "  ")
          << "\n";
    }
  }
}

void write(const Overview& overview, const ReportStyle& style, std::ostream& out) {
  if (overview.runs.size() > 1) {
    out << paint(printable(overview.title), Ink::bold, style.color) << "\n\n"
        << table_text(runs_table(overview), style);
    write_trends(overview, style, out);
    out << "\n";
  }
  for (const ChangeReport& change : overview.changes) {
    find_change_format("console")->write({&change, 1}, style, out);
    out << "\n";
  }
  write_verdict(overview.runs.back(), style, out);
  for (const OverviewSection& section : overview_sections(overview)) {
    write_section(section, style, out);
  }
  for (const std::string& note : overview.notes) {
    out << "\n  note: " << wrapped(printable(note), std::max<std::size_t>(style.width, 28) - 8, "        ") << "\n";
  }
}

}  // namespace

const OverviewFormat console_overview{"console", "for reading in a terminal", write};

}  // namespace promptctl
