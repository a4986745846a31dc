#include "report/overview/overview_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "base/utc.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 9> eighths_high{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 9> eighths_wide{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

std::size_t eighths(double share) {
  return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 8));
}

std::string quantile_text(const QuantileFigure& figure) {
  return figure.value ? milliseconds_text(*figure.value) : "timed out";
}

void add_quality(const RunReport& run, std::vector<TableCell>& row) {
  const RunSummary& summary = run.summary;
  row.push_back({fmt::format("{}/{}", grouped(summary.passed), grouped(summary.cases))});
  row.push_back({pass_rate_text(summary)});
}

void add_cost(const RunReport& run, std::vector<TableCell>& row) {
  row.push_back({run.costs.mean ? money_text(run.costs.mean->mean) : ""});
}

void add_latency(const RunReport& run, std::vector<TableCell>& row) {
  const auto& total = run.times.total_ms;
  row.push_back({total ? quantile_text(total->p50) : ""});
  row.push_back({total ? quantile_text(total->p95) : ""});
}

// "2026-01-02 03:04"
std::string minute_text(std::chrono::system_clock::time_point time) {
  std::string text = utc_text(time).substr(0, 16);
  text[text.find('T')] = ' ';
  return text;
}

template <typename Of>
bool all_alike(const std::vector<RunReport>& runs, const Of& of) {
  return std::all_of(runs.begin(), runs.end(), [&](const RunReport& run) { return of(run) == of(runs.front()); });
}

std::string model_of(const RunReport& run) {
  return run.header.targets.empty() ? "" : run.header.targets.front();
}

}  // namespace

std::string sparkline(const std::vector<double>& shares) {
  std::string line;
  for (const double share : shares) {
    line += eighths_high[std::max<std::size_t>(1, eighths(share))];
  }
  return line;
}

std::string bar(double share, std::size_t width) {
  const double columns = std::clamp(share, 0.0, 1.0) * static_cast<double>(width);
  const auto whole = static_cast<std::size_t>(columns);
  std::string text;
  for (std::size_t at = 0; at < whole; ++at) {
    text += "█";
  }
  return text + std::string(eighths_wide[eighths(columns - static_cast<double>(whole))]);
}

std::string percent_text(double share) {
  return fmt::format("{:.1f}%", share * 100);
}

std::string pass_rate_text(const RunSummary& summary) {
  if (!summary.pass_rate) {
    return "not known";
  }
  const Interval& rate = *summary.pass_rate;
  return summary.one_group
             ? fmt::format("{} (one group)", percent_text(rate.value))
             : fmt::format("{} ({} to {})", percent_text(rate.value), percent_text(rate.low), percent_text(rate.high));
}

std::string score_text(const RunSummary& summary) {
  const Interval& score = summary.score.value();
  return summary.one_group ? fmt::format("{:.3f} (one group)", score.value)
                           : fmt::format("{:.3f} ({:.3f} to {:.3f})", score.value, score.low, score.high);
}

std::string milliseconds_text(double milliseconds) {
  return duration_text(std::chrono::microseconds(std::llround(milliseconds * 1000)));
}

std::string run_title(const RunReport& run) {
  const std::string version = run.version ? fmt::format(" version {}", *run.version) : "";
  return fmt::format("{}{} on {} with {}", run.header.prompt_id, version, run.header.suite_id, model_of(run));
}

Table runs_table(const Overview& overview) {
  const bool same_suite = all_alike(overview.runs, [](const RunReport& run) { return run.header.suite_id; });
  const bool same_model = all_alike(overview.runs, model_of);
  const bool same_prompt = all_alike(overview.runs, [](const RunReport& run) { return run.header.prompt_id; });
  Table table{{{"run"}, {"started"}, {"version", true}, {"prompt"}, {"suite"}, {"model"}}, {}};
  if (overview.topics.quality) {
    table.columns.insert(table.columns.end(), {{"passed", true}, {"pass rate (95%)", true}});
  }
  if (overview.topics.cost) {
    table.columns.push_back({"cost per call", true});
  }
  if (overview.topics.latency) {
    table.columns.insert(table.columns.end(), {{"p50", true}, {"p95", true}});
  }
  for (const RunReport& run : overview.runs) {
    std::vector<TableCell> row{{run.header.id},
                               {minute_text(run.header.started)},
                               {run.version ? std::to_string(*run.version) : run.header.prompt_digest.substr(0, 8)},
                               {same_prompt ? "" : run.header.prompt_id},
                               {same_suite ? "" : run.header.suite_id},
                               {same_model ? "" : model_of(run)}};
    if (overview.topics.quality) {
      add_quality(run, row);
    }
    if (overview.topics.cost) {
      add_cost(run, row);
    }
    if (overview.topics.latency) {
      add_latency(run, row);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<OverviewSection> overview_sections(const Overview& overview) {
  const RunReport& run = overview.runs.back();
  std::vector<OverviewSection> sections;
  if (overview.topics.quality) {
    sections.push_back(quality_section(run));
  }
  if (overview.topics.cost) {
    sections.push_back(cost_section(run));
  }
  if (overview.topics.latency) {
    sections.push_back(latency_section(run));
  }
  return sections;
}

}  // namespace promptctl
