#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/run/judging_text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t bar_width = 20;
constexpr std::size_t most_named = 10;

std::string cases_text(const RunSummary& summary) {
  std::string text = fmt::format("{}: {} passed, {} failed, {}", grouped(summary.cases), grouped(summary.passed),
                                 grouped(summary.failed), counted(summary.errors, "error"));
  text += summary.missing > 0 ? fmt::format(", {} missing", grouped(summary.missing)) : "";
  return text + (summary.quarantined > 0 ? fmt::format("; {} in quarantine", grouped(summary.quarantined)) : "");
}

Table tags_table(const RunSummary& summary) {
  Table table{{{"tag"}, {"passed", true}, {"pass rate", true}, {""}}, {}};
  std::vector<std::pair<double, std::string>> order;
  for (const auto& [tag, counts] : summary.tags) {
    order.emplace_back(counts.second == 0 ? 2 : static_cast<double>(counts.first) / static_cast<double>(counts.second),
                       tag);
  }
  std::sort(order.begin(), order.end());  // The worst first.
  for (const auto& [share, tag] : order) {
    const auto& [passed, decided] = summary.tags.at(tag);
    const bool is_known = decided > 0;
    table.rows.push_back({{tag},
                          {fmt::format("{}/{}", grouped(passed), grouped(decided))},
                          {is_known ? percent_text(share) : "no verdict"},
                          {is_known ? bar(share, bar_width) : ""}});
  }
  return table;
}

Table metrics_table(const RunSummary& summary) {
  Table table{{{"metric"}, {"assertions", true}, {"pass rate", true}, {"score", true}}, {}};
  for (const auto& [name, metric] : summary.metrics) {
    table.rows.push_back({{name},
                          {grouped(metric.count)},
                          {percent_text(metric.passed / static_cast<double>(metric.count))},
                          {fmt::format("{:.3f}", metric.score)}});
  }
  return table;
}

std::string flaky_text(const std::vector<std::string>& flaky) {
  const std::size_t shown = std::min(flaky.size(), most_named);
  const std::vector<std::string> names(flaky.begin(), flaky.begin() + static_cast<std::ptrdiff_t>(shown));
  const std::string more = shown < flaky.size() ? fmt::format(" and {} more", grouped(flaky.size() - shown)) : "";
  return fmt::format("{}: {}{}", counted(flaky.size(), "case"), join(names, ", "), more);
}

void add_table(std::vector<NamedTable>& tables, const std::string& title, Table table) {
  if (!table.rows.empty()) {
    tables.push_back({title, std::move(table)});
  }
}

}  // namespace

OverviewSection quality_section(const RunReport& run) {
  const RunSummary& summary = run.summary;
  OverviewSection section{"Quality", {{"cases", cases_text(summary)}}, {}, {}, {}};
  section.facts.emplace_back("pass rate", pass_rate_text(summary));
  if (summary.score) {
    section.facts.emplace_back("score", score_text(summary));
  }
  if (!summary.judging.judges.empty()) {
    section.facts.emplace_back("judges", judges_text(summary.judging));
  }
  if (!summary.flaky.empty()) {
    section.facts.emplace_back("flaky", flaky_text(summary.flaky));
  }
  add_table(section.tables, "By tag, the worst first", tags_table(summary));
  add_table(section.tables, "By metric", metrics_table(summary));
  if (summary.failed + summary.errors > 0) {
    section.remarks.push_back(
        fmt::format("The cases that failed, with replies: promptctl runs show {}", run.header.id));
  }
  return section;
}

}  // namespace promptctl
