#include "analysis/power_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/interval.hpp"
#include "stats/power.hpp"

namespace promptctl {
namespace {

// Mean variance of one reply's verdict within its case; none without a case that has two.
std::optional<double> within_variance(const RunSample& sample) {
  double sum = 0;
  std::size_t count = 0;
  for (const CaseSample& one : sample.cases) {
    const auto n = static_cast<double>(one.judged());
    if (!one.quarantined && one.judged() > 1) {
      const double share = one.passed / n;
      sum += share * (1 - share) * n / (n - 1);
      ++count;
    }
  }
  return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

struct Spread {
  PilotKind kind = PilotKind::unrelated;
  std::size_t cases = 0;
  double variance = 0;
};

std::optional<Spread> spread_of(const RunSample* before, const RunSample& newest, const PlanWish& wish) {
  if (before != nullptr) {
    const PairedFigure figure(*before, newest, join_cases(*before, newest), wish.figure);
    if (figure.size() > 1) {
      const double deviation = figure.standard_deviation();
      return Spread{PilotKind::pair, figure.size(), deviation * deviation};
    }
  }
  const CaseValues values = case_values(newest, wish.figure);
  if (values.empty()) {
    return std::nullopt;
  }
  const bool is_rate = wish.figure.figure == pass_rate_figure;
  const auto within = is_rate ? within_variance(newest) : std::nullopt;
  if (within) {
    return Spread{PilotKind::repeats, values.size(), 2 * *within / newest.header.repeat};
  }
  std::vector<double> guarded(values.values().begin(), values.values().end());
  guarded.insert(guarded.end(), {0, 1});  // A run without a failure does not say that there is none.
  const double error = standard_error(guarded);
  return Spread{PilotKind::unrelated, values.size(), 2 * error * error * static_cast<double>(guarded.size())};
}

double mean_cost(const RunSample& sample) {
  const std::vector<double> costs = call_values(sample, CallFigure::cost);
  return costs.empty() ? 0 : mean(costs);
}

PlanRow row_of(const RunSample& sample, const PlanWish& wish, int repeats, double variance) {
  PlanRow row;
  row.repeats = repeats;
  row.cases = cases_needed(std::sqrt(variance), wish.difference, wish.confidence, wish.power);
  row.calls = row.cases * static_cast<std::size_t>(repeats) * 2;
  const auto calls = static_cast<double>(row.calls);
  const std::vector<double> latencies = call_values(sample, CallFigure::latency);
  if (const double cost = mean_cost(sample); cost > 0) {
    row.dollars = cost * calls;
  }
  if (!latencies.empty()) {
    constexpr double milliseconds = 1000;
    row.seconds = mean(latencies) / milliseconds * calls / std::max(1, wish.concurrency);
  }
  return row;
}

std::vector<PlanRow> rows_of(const RunSample& newest, const Spread& spread, const PlanWish& wish) {
  const int repeats = newest.header.repeat;
  const bool is_rate = wish.figure.figure == pass_rate_figure;
  const auto within = is_rate && repeats > 1 ? within_variance(newest) : std::nullopt;
  if (!within) {
    return {row_of(newest, wish, repeats, spread.variance)};
  }
  const double between = std::max(0.0, spread.variance - 2 * *within / repeats);
  std::vector<PlanRow> rows;
  for (const int choice : {1, 2, 3, 5, 10}) {
    rows.push_back(row_of(newest, wish, choice, between + 2 * *within / choice));
  }
  return rows;
}

}  // namespace

std::optional<PowerPlan> plan_power(const RunSample* before, const RunSample& newest, const PlanWish& wish) {
  const auto spread = spread_of(before, newest, wish);
  if (!spread) {
    return std::nullopt;
  }
  PowerPlan plan;
  plan.pilot = spread->kind;
  plan.pilot_cases = spread->cases;
  plan.standard_deviation = std::sqrt(spread->variance);
  plan.rows = rows_of(newest, *spread, wish);
  plan.dataset_cases =
      wish.figure.tag.empty() ? static_cast<std::size_t>(std::max(0LL, newest.header.dataset_cases)) : spread->cases;
  plan.detectable =
      minimum_detectable_difference(plan.standard_deviation, plan.dataset_cases, wish.confidence, wish.power);
  return plan;
}

}  // namespace promptctl
