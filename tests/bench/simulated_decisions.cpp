#include "tests/bench/simulated_decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "compare/figures.hpp"
#include "gate/judgement.hpp"

namespace promptctl::bench {
namespace {

// A gate promises that chance rejects no more than this share of the decisions that should pass (gate/judgement.hpp).
constexpr double decision_level = 2 * level;

GatePolicy policy_of(const Scenario& scenario) {
  GatePolicy policy;
  policy.confidence = 1 - 2 * level;
  GateRule rule{std::string(pass_rate_figure), "", GateRule::Bound::not_worse_by, margin, "5%", {}};
  policy.rules.push_back(rule);
  for (std::size_t slice = 0; slice < scenario.slices; ++slice) {
    rule.tag = fmt::format("slice-{}", slice);
    policy.rules.push_back(rule);
  }
  return policy;
}

void count_gate(const SimulatedRuns& runs, const GatePolicy& policy, Tally& tally) {
  GateEvidence evidence;
  evidence.candidate = &runs.candidate();
  evidence.live = &runs.live();
  const GateReport report = judge(policy, {evidence}, true);
  tally.accepted += report.outcome == GateOutcome::accepted ? 1 : 0;
  tally.rejected += report.outcome == GateOutcome::rejected ? 1 : 0;
}

void count_plain_rules(const SimulatedRuns& runs, const GatePolicy& policy, Tally& tally) {
  constexpr double rounding = 1e-9;
  const CaseJoin join = join_cases(runs.live(), runs.candidate());
  bool plain = true;
  bool threshold = true;
  for (const GateRule& rule : policy.rules) {
    const PairedFigure figure(runs.live(), runs.candidate(), join, {rule.figure, rule.tag});
    plain = plain && figure.after() >= figure.before() - margin - rounding;
    threshold = threshold && figure.after() >= live_rate - margin - rounding;
  }
  tally.plain_accepted += plain ? 1 : 0;
  tally.threshold_accepted += threshold ? 1 : 0;
}

void check(const std::string& what, std::size_t count, const Tally& tally, double nominal, LevelCheck& all) {
  const double value = share_of(count, tally).value;
  const double error = std::sqrt(nominal * (1 - nominal) / static_cast<double>(tally.drawn));
  const double errors = (value - nominal) / error;
  const std::string line =
      fmt::format("{}: {:.2f}% of {:.1f}%, {:+.1f} standard errors", what, value * 100, nominal * 100, errors);
  if (errors > 3) {
    all.exceeded.push_back(line);
  }
  if (errors > all.worst_errors) {
    all.worst_errors = errors;
    all.worst = line;
  }
}

}  // namespace

Tally simulate(const Scenario& scenario, std::size_t replications, std::uint64_t seed) {
  const GatePolicy policy = policy_of(scenario);
  SimulatedRuns runs(scenario, seed);
  Tally tally;
  tally.drawn = replications;
  for (std::size_t replication = 0; replication < replications; ++replication) {
    runs.draw();
    count_gate(runs, policy, tally);
    count_plain_rules(runs, policy, tally);
  }
  return tally;
}

Row simulate_row(std::string name, const Scenario& scenario, std::size_t replications, std::uint64_t seed) {
  const auto with = [&](double change, std::uint64_t number) {
    Scenario changed = scenario;
    changed.change = change;
    return simulate(changed, replications, seed + number);
  };
  return {std::move(name), scenario, with(0, 0), with(-margin, 1), with(-2 * margin, 2)};
}

Share share_of(std::size_t count, const Tally& tally) {
  const double value = static_cast<double>(count) / static_cast<double>(tally.drawn);
  return {value, std::sqrt(value * (1 - value) / static_cast<double>(tally.drawn))};
}

LevelCheck check_levels(const std::vector<Row>& rows) {
  LevelCheck all;
  for (const Row& row : rows) {
    check(row.name + ", no change, rejected", row.same.rejected, row.same, decision_level, all);
    check(row.name + ", worse by the margin, rejected", row.limit.rejected, row.limit, decision_level, all);
    check(row.name + ", worse by the margin, accepted", row.limit.accepted, row.limit, level, all);
    check(row.name + ", worse by twice the margin, accepted", row.worse.accepted, row.worse, level, all);
  }
  return all;
}

}  // namespace promptctl::bench
