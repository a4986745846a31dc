#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "report/overview/overview_sections.hpp"

namespace promptctl {
namespace {

constexpr std::size_t bar_width = 30;

std::string time_text(const std::optional<double>& milliseconds) {
  return milliseconds ? milliseconds_text(*milliseconds) : "timed out";
}

std::string speed_text(const std::optional<double>& speed) {
  return speed ? fmt::format("{:.1f}", *speed) : "not known";
}

template <typename ToText>
std::vector<TableCell> spread_row(const std::string& name, const Spread& spread, const ToText& text) {
  return {{name},
          {grouped(spread.count)},
          {text(spread.p50.value)},
          {text(spread.p90.value)},
          {text(spread.p95.value)},
          {text(spread.p99.value)},
          {text(spread.max)}};
}

Table spread_table(const std::string& what) {
  return {{{what}, {"calls", true}, {"p50", true}, {"p90", true}, {"p95", true}, {"p99", true}, {"worst", true}}, {}};
}

Table all_calls(const RunTimes& times) {
  Table table = spread_table("time");
  if (times.total_ms) {
    table.rows.push_back(spread_row("total", *times.total_ms, time_text));
  }
  if (times.first_token_ms) {
    table.rows.push_back(spread_row("first token", *times.first_token_ms, time_text));
  }
  if (times.queued_ms) {
    table.rows.push_back(spread_row("before it was sent", *times.queued_ms, time_text));
  }
  if (times.tokens_per_second) {
    table.rows.push_back(spread_row("tokens a second", *times.tokens_per_second, speed_text));
  }
  return table;
}

void add_slices(OverviewSection& section, const std::string& what, const std::vector<NamedSpread>& slices,
                std::size_t at_least) {
  if (slices.size() < at_least) {
    return;
  }
  Table table = spread_table(what);
  for (const NamedSpread& slice : slices) {
    table.rows.push_back(spread_row(slice.name, slice.total_ms, time_text));
  }
  section.details.push_back({fmt::format("By {}", what), std::move(table)});
}

Table slowest_table(const std::vector<SlowCall>& calls) {
  Table table{{{"case"}, {"time", true}, {"first token", true}, {"tokens out", true}}, {}};
  for (const SlowCall& call : calls) {
    const std::string time = call.latency_ms > 0 ? milliseconds_text(call.latency_ms) : "";
    table.rows.push_back(
        {{call.repeat > 1 ? fmt::format("{} #{}", call.case_id, call.repeat) : call.case_id},
         {call.timed_out ? fmt::format("{}timed out", time.empty() ? "" : fmt::format("{}, ", time)) : time},
         {call.first_token_ms ? milliseconds_text(*call.first_token_ms) : ""},
         {call.output_tokens ? grouped(*call.output_tokens) : ""}});
  }
  return table;
}

Table histogram_table(const std::vector<TimeBin>& bins) {
  Table table{{{"total time"}, {"calls", true}, {""}}, {}};
  std::size_t most = 1;
  for (const TimeBin& bin : bins) {
    most = std::max(most, bin.count);
  }
  for (const TimeBin& bin : bins) {
    table.rows.push_back({{fmt::format("below {}", milliseconds_text(bin.high_ms))},
                          {grouped(bin.count)},
                          {bar(static_cast<double>(bin.count) / static_cast<double>(most), bar_width)}});
  }
  return table;
}

std::string counts_text(const RunTimes& times) {
  std::string text = fmt::format("{} measured", counted(times.calls, "call"));
  text += times.timeouts > 0 ? fmt::format(", {} timed out (slower than all others)", times.timeouts) : "";
  text += times.failed > 0 ? fmt::format(", {} failed otherwise (not counted)", grouped(times.failed)) : "";
  return text + (times.replayed > 0 ? fmt::format(", {} replayed (not counted)", times.replayed) : "");
}

std::string bound_text(const std::optional<double>& bound) {
  return bound ? milliseconds_text(*bound) : "beyond what was measured";
}

std::string quantile_text(const QuantileFigure& figure) {
  return fmt::format("{} (95% interval {} to {})", time_text(figure.value), bound_text(figure.low),
                     bound_text(figure.high));
}

}  // namespace

OverviewSection latency_section(const RunReport& run) {
  const RunTimes& times = run.times;
  OverviewSection section{"Latency", {{"calls", counts_text(times)}}, {}, {}, {}};
  if (!times.total_ms) {
    section.remarks.emplace_back(
        times.replayed > 0 ? "No fresh call was answered: replayed replies say nothing of how fast a model is now."
                           : "No call was answered.");
    return section;
  }
  section.facts.emplace_back("median", quantile_text(times.total_ms->p50));
  section.facts.emplace_back("p95", quantile_text(times.total_ms->p95));
  section.tables.push_back({"All calls", all_calls(times)});
  section.tables.push_back({"Slowest", slowest_table(times.slowest)});
  section.details.push_back({"Distribution", histogram_table(times.histogram)});
  add_slices(section, "tag", times.tags, 1);
  add_slices(section, "length of the input", times.lengths, 2);
  if (times.timeouts > 0 && times.lengths.size() > 1) {
    section.remarks.emplace_back(
        "Calls that timed out are in no row of lengths and models: nobody said how long they were.");
  }
  add_slices(section, "model", times.models, 2);
  return section;
}

}  // namespace promptctl
