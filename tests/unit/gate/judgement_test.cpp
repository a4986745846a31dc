#include "gate/judgement.hpp"

#include <fmt/format.h>

#include "compare/compare.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_runs.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

using Bound = GateRule::Bound;

const GateRule at_least{"pass_rate", "", Bound::at_least, 0.8, "80%", {}};
const GateRule not_worse{"pass_rate", "", Bound::not_worse_by, 0.05, "5%", {}};
const GateRule flips{"critical", "", Bound::flips, 0, "0", {}};

GatePolicy policy_of(std::vector<GateRule> rules) {
  GatePolicy policy;
  policy.confidence = 0.95;
  policy.rules = std::move(rules);
  return policy;
}

// Of `count` cases the first `lost` fail in the candidate alone, and the last `failed` in both.
struct Pair {
  Pair(std::size_t count, std::size_t lost, std::size_t failed) {
    std::vector<bool> passed(count, true);
    std::fill_n(passed.rbegin(), failed, false);
    live = run_of_verdicts(passed);
    std::fill_n(passed.begin(), lost, false);
    candidate = run_of_verdicts(passed);
  }

  RunSample live;
  RunSample candidate;
};

GateEvidence evidence_of(const Pair& pair) {
  return {"route", "openai/gpt-4o-mini", &pair.candidate, &pair.live, "aa", "bb", {}};
}

// The whole report but what its caller fills in.
std::string said(const GateReport& report) {
  std::string text =
      fmt::format("{}, level {:.3f}, family {}\n", gate_outcome_name(report.outcome), report.level, report.family);
  for (const SuiteDecision& suite : report.suites) {
    text += fmt::format("{} {} {}/{}\n", suite.suite, suite.target, suite.evidence, suite.live_evidence);
    for (const RuleResult& rule : suite.rules) {
      const std::string more = rule.more_cases ? fmt::format(" (more: {})", *rule.more_cases) : "";
      text +=
          fmt::format("{}: {} | {} | {}{}\n", rule.rule, gate_outcome_name(rule.outcome), rule.shown, rule.why, more);
    }
  }
  return text;
}

std::string judged(const std::vector<GateRule>& rules, const Pair& pair) {
  return said(judge(policy_of(rules), {evidence_of(pair)}, true));
}

}  // namespace

TEST_CASE("a gate accepts what its intervals show", "[gate]") {
  CHECK(judged({at_least, not_worse, flips}, {400, 2, 20}) ==
        "accepted, level 0.050, family 2\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate at least 80%: accepted | 94.5% (91.8% to 96.3%) | \n"
        "pass_rate not worse by 5%: accepted | -0.5 points (-1.8 to +0.5) | \n"
        "critical flips at most 0: accepted | 0 cases | no critical case passed before\n");
}

TEST_CASE("a gate rejects what its intervals show to be worse", "[gate]") {
  Pair pair(100, 30, 10);
  pair.candidate.cases.front().critical = true;
  CHECK(judged({at_least, not_worse, flips}, pair) ==
        "rejected, level 0.050, family 2\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate at least 80%: rejected | 60.0% (50.2% to 69.1%) | \n"
        "pass_rate not worse by 5%: rejected | -30.0 points (-39.6 to -21.9) | \n"
        "critical flips at most 0: rejected | 1 case | \n");
}

TEST_CASE("a gate that can't tell says how many more cases would", "[gate]") {
  CHECK(judged({at_least, not_worse}, {60, 1, 6}) ==
        "inconclusive, level 0.050, family 2\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate at least 80%: inconclusive | 88.3% (77.8% to 94.2%) | "
        "the interval holds the limit; about 36 more cases would show that it holds (more: 36)\n"
        "pass_rate not worse by 5%: inconclusive | -1.7 points (-8.9 to +4.5) | "
        "the interval holds the limit; about 220 more cases would show that it holds (more: 220)\n");
}

TEST_CASE("a rule on fewer cases than the policy asks for is inconclusive", "[gate]") {
  GateRule asking = at_least;
  asking.min_cases = 500;
  CHECK(judged({asking}, {400, 0, 0}) ==
        "inconclusive, level 0.050, family 0\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate at least 80%: inconclusive | 100.0% (99.0% to 100.0%) | "
        "400 of the 500 cases that the policy asks for (more: 100)\n");
}

TEST_CASE("a rule beyond its limit at its own level, but not at the family's, is inconclusive and says so", "[gate]") {
  Pair pair(100, 10, 0);
  CHECK(judged({not_worse}, pair) ==
        "rejected, level 0.050, family 1\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate not worse by 5%: rejected | -10.0 points (-17.4 to -5.5) | \n");
  pair.live.metrics = pair.candidate.metrics = {"a", "b", "c", "d"};
  std::vector<GateRule> rules{not_worse};
  for (const std::string& metric : pair.live.metrics) {
    rules.push_back({metric, "", Bound::not_worse_by, 0.05, "5%", {}});
  }
  for (std::uint32_t place = 0; place < 100; ++place) {
    for (std::uint32_t metric = 0; metric < 4; ++metric) {
      pair.live.measured.push_back({place, metric, 1});
      pair.candidate.measured.push_back({place, metric, 1});
    }
  }
  CHECK(judged(rules, pair) ==
        "inconclusive, level 0.050, family 5\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate not worse by 5%: inconclusive | -10.0 points (-17.4 to -5.5) | "
        "beyond the limit, but not at the level that 5 rules share\n"
        "a not worse by 5%: accepted | +0.0 points (-3.7 to +3.7) | \n"
        "b not worse by 5%: accepted | +0.0 points (-3.7 to +3.7) | \n"
        "c not worse by 5%: accepted | +0.0 points (-3.7 to +3.7) | \n"
        "d not worse by 5%: accepted | +0.0 points (-3.7 to +3.7) | \n");
}

TEST_CASE("cases without a verdict must not be able to turn a rule that holds", "[gate]") {
  Pair pair(400, 0, 20);
  for (std::size_t at = 0; at < 30; ++at) {
    CaseSample& one = pair.candidate.cases[at];
    one.passed = one.failed = 0;
    one.undecided = 1;
  }
  pair.candidate.header.tolerated_errors = 1;
  const GateReport report = judge(policy_of({not_worse}), {evidence_of(pair)}, true);
  CHECK(report.outcome == GateOutcome::inconclusive);
  CHECK(report.suites.front().rules.front().why.starts_with("cases without a verdict could turn it: at worst -7.5"));
}

TEST_CASE("rules that compare hold where nothing is live, and are open where its evidence is missing", "[gate]") {
  const Pair pair(400, 0, 20);
  GateEvidence evidence = evidence_of(pair);
  evidence.live = nullptr;
  evidence.live_digest.clear();
  CHECK(said(judge(policy_of({not_worse}), {evidence}, false)) ==
        "accepted, level 0.050, family 0\n"
        "route openai/gpt-4o-mini aa/\n"
        "pass_rate not worse by 5%: accepted |  | there is nothing to compare with yet\n");
  CHECK(said(judge(policy_of({not_worse}), {evidence}, true)) ==
        "inconclusive, level 0.050, family 0\n"
        "route openai/gpt-4o-mini aa/\n"
        "pass_rate not worse by 5%: inconclusive |  | "
        "no comparable evidence of what is live: evaluate that too\n");
  evidence.candidate = nullptr;
  evidence.digest.clear();
  CHECK(said(judge(policy_of({not_worse}), {evidence, evidence_of(pair)}, true)) ==
        "inconclusive, level 0.050, family 1\n"
        "route openai/gpt-4o-mini /\n"
        "evidence: inconclusive |  | there is none that may be used\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "pass_rate not worse by 5%: accepted | +0.0 points (-1.0 to +1.0) | \n");
}

TEST_CASE("a metric that no assertion has is inconclusive, with the nearest name", "[gate]") {
  Pair pair(50, 0, 0);
  pair.candidate.metrics = pair.live.metrics = {"tone"};
  CHECK(judged({{"tome", "", Bound::at_least, 0.8, "80%", {}}}, pair) ==
        "inconclusive, level 0.050, family 0\n"
        "route openai/gpt-4o-mini aa/bb\n"
        "tome at least 80%: inconclusive |  | no assertion has the metric `tome`; did you mean `tone`?\n");
}

TEST_CASE("calls that timed out make a rule on times inconclusive, and no version faster", "[gate]") {
  Pair pair(50, 0, 0);
  for (std::uint32_t place = 0; place < 50; ++place) {
    pair.live.calls.push_back({place, 900, -1});
    pair.candidate.calls.push_back({place, 100, -1});
  }
  const GateRule fast{"latency_p95", "", Bound::at_most, 3000, "3s", {}};
  const GateRule not_slower{"latency_p95", "", Bound::not_worse_by, 0.1, "10%", {}};
  CHECK(judged({not_slower}, pair).find("latency_p95 not worse by 10%: accepted") != std::string::npos);
  pair.candidate.timeouts = 1;
  const std::string text = judged({fast, not_slower}, pair);
  CHECK(text.find("latency_p95 at most 3s: inconclusive |  | 1 call timed out") != std::string::npos);
  CHECK(text.find("latency_p95 not worse by 10%: inconclusive |  | 1 call timed out") != std::string::npos);
  const Comparison comparison = compare(pair.live, pair.candidate);
  CHECK(comparison.ratios.front().timeouts == 1);
  CHECK_FALSE(comparison.ratios.front().p95);
}

TEST_CASE("a critical case without a verdict is never accepted, whatever share of errors is tolerated") {
  const GateRule few_errors{"errors", "", Bound::at_most, 0.05, "5%", {}};
  Pair pair(200, 0, 0);
  CaseSample& one = pair.candidate.cases.front();
  std::swap(one.passed, one.undecided);
  CHECK(judged({at_least, few_errors}, pair).starts_with("accepted"));
  one.critical = true;
  CHECK(judged({at_least, few_errors}, pair)
            .find("every critical case has a verdict: inconclusive |  | 1 critical case "
                  "without one: no share of errors covers that") != std::string::npos);
  CHECK(judged({at_least, few_errors}, pair).starts_with("inconclusive"));
  one.quarantined = true;
  CHECK(judged({at_least, few_errors}, pair).starts_with("accepted"));
}
