#include "report/overview/run_figures.hpp"

#include <fmt/format.h>

#include "document/figure_value.hpp"

namespace promptctl {
namespace {

using Figures = std::vector<RunFigure>;

std::string optional_text(const std::optional<double>& number) {
  return number ? figure_text(*number) : "";
}

std::string money(const std::optional<Usd>& amount) {
  return amount ? decimal_text(*amount) : "";
}

std::string money(const std::string& picodollars) {
  return picodollars.empty() ? "" : decimal_text(picodollars);
}

void add_count(const std::string& name, std::size_t count, Figures& figures) {
  figures.push_back({name, "", std::to_string(count), "", "", "count"});
}

void add_share(const std::string& name, const std::optional<Interval>& interval, Figures& figures) {
  if (interval) {
    figures.push_back(
        {name, "", figure_text(interval->value), figure_text(interval->low), figure_text(interval->high), "share"});
  }
}

void add_quality(const RunSummary& summary, Figures& figures) {
  add_count("passed", summary.passed, figures);
  add_count("failed", summary.failed, figures);
  add_count("errors", summary.errors, figures);
  add_share("pass_rate", summary.pass_rate, figures);
  add_share("score", summary.score, figures);
  for (const auto& [tag, counts] : summary.tags) {
    if (counts.second > 0) {
      const double share = static_cast<double>(counts.first) / static_cast<double>(counts.second);
      figures.push_back({"pass_rate", tag, figure_text(share), "", "", "share"});
    }
  }
  for (const auto& [name, metric] : summary.metrics) {
    figures.push_back({"metric_score", name, figure_text(metric.score), "", "", "share"});
  }
}

void add_money(const std::string& name, const std::optional<Usd>& amount, Figures& figures) {
  if (amount) {
    figures.push_back({name, "", money(amount), "", "", "USD"});
  }
}

void add_cost(const RunCosts& costs, Figures& figures) {
  add_money("cost", costs.total(), figures);
  add_money("cost_known", costs.known_of_all(), figures);
  add_money("cost_fresh", costs.fresh, figures);
  add_money("cost_saved_by_replay", costs.replayed, figures);
  if (costs.mean) {
    figures.push_back(
        {"cost_per_call", "", money(costs.mean->mean), money(costs.mean->low), money(costs.mean->high), "USD"});
  }
  add_money("cost_per_passed", costs.per_passed, figures);
  add_count("calls_without_price", costs.unpriced, figures);
  if (const auto& projection = costs.projection) {
    figures.push_back({"cost_a_day", "", money(projection->daily), money(projection->daily_low),
                       money(projection->daily_high), "USD"});
    figures.push_back({"cost_a_month", "", money(projection->monthly), money(projection->monthly_low),
                       money(projection->monthly_high), "USD"});
  }
  for (const TagCost& tag : costs.tags) {
    figures.push_back({"cost_per_call", tag.name, money(tag.mean), "", "", "USD"});
  }
}

void add_spread(const std::string& name, const std::string& slice, const std::string& unit,
                const std::optional<Spread>& spread, Figures& figures) {
  if (!spread) {
    return;
  }
  for (const auto& [quantile, figure] : {std::pair("p50", &spread->p50), std::pair("p90", &spread->p90),
                                         std::pair("p95", &spread->p95), std::pair("p99", &spread->p99)}) {
    figures.push_back({fmt::format("{}_{}", name, quantile), slice, optional_text(figure->value),
                       optional_text(figure->low), optional_text(figure->high), unit});
  }
}

void add_latency(const RunTimes& times, Figures& figures) {
  add_count("calls_measured", times.calls, figures);
  add_count("calls_timed_out", times.timeouts, figures);
  add_count("calls_replayed", times.replayed, figures);
  add_spread("latency", "", "ms", times.total_ms, figures);
  add_spread("ttft", "", "ms", times.first_token_ms, figures);
  add_spread("queue", "", "ms", times.queued_ms, figures);
  add_spread("tokens_per_second", "", "1/s", times.tokens_per_second, figures);
  for (const NamedSpread& tag : times.tags) {
    add_spread("latency", tag.name, "ms", tag.total_ms, figures);
  }
}

}  // namespace

namespace {

void add_judging(const JudgingSummary& judging, const Topics& topics, Figures& figures) {
  if (judging.is_none()) {
    return;
  }
  if (topics.quality) {
    const JudgeTally all = judging.all();
    add_count("judge_verdicts", all.verdicts, figures);
    add_count("judge_errors", all.in_doubt(), figures);
  }
  if (topics.cost) {
    add_count("judging_calls", judging.calls + judging.replayed, figures);
    add_money("judging_cost", judging.cost(), figures);
  }
}

}  // namespace

std::vector<RunFigure> run_figures(const RunReport& run, const Topics& topics) {
  Figures figures;
  if (topics.quality) {
    add_quality(run.summary, figures);
  }
  if (topics.cost) {
    add_cost(run.costs, figures);
  }
  if (topics.latency) {
    add_latency(run.times, figures);
  }
  add_judging(run.summary.judging, topics, figures);
  return figures;
}

}  // namespace promptctl
