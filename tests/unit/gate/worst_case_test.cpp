// What a gate makes of what is not known: cases without a verdict, calls without a price, replies that never came.

#include <algorithm>

#include "gate/judgement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_runs.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

using Bound = GateRule::Bound;

const GateRule not_worse{"pass_rate", "", Bound::not_worse_by, 0.05, "5%", {}};
const GateRule cheap{"cost_per_case", "", Bound::at_most, 1, "$1", {}};
const GateRule fast{"latency_p50", "", Bound::at_most, 3000, "3s", {}};
const GateRule not_slower{"latency_p95", "", Bound::not_worse_by, 0.1, "10%", {}};

// `count` cases, of which the last `failed` fail.
RunSample run_with(std::size_t count, std::size_t failed = 0) {
  std::vector<bool> passed(count, true);
  std::fill_n(passed.rbegin(), failed, false);
  RunSample run = run_of_verdicts(passed);
  run.header.tolerated_errors = 1;
  return run;
}

void take_verdict(CaseSample& one) {
  one.passed = one.failed = 0;
  one.undecided = 1;
}

RuleResult judged(const GateRule& rule, const RunSample& candidate, const RunSample& live) {
  GatePolicy policy;
  policy.confidence = 0.95;
  policy.rules = {rule};
  const GateEvidence evidence{"route", "openai/m", &candidate, &live, "aa", "bb", {}};
  return judge(policy, {evidence}, true).suites.front().rules.front();
}

bool is_accepted(const GateRule& rule, const RunSample& candidate, const RunSample& live) {
  return judged(rule, candidate, live).outcome == GateOutcome::accepted;
}

}  // namespace

TEST_CASE("cases that only the live run could not tell count as passed there at worst", "[gate]") {
  const RunSample candidate = run_with(400, 40);
  RunSample live = run_with(400, 40);
  CHECK(is_accepted(not_worse, candidate, live));
  std::for_each(live.cases.end() - 30, live.cases.end(), take_verdict);
  const RuleResult rule = judged(not_worse, candidate, live);
  CHECK(rule.outcome == GateOutcome::inconclusive);
  CHECK(rule.why.starts_with("cases without a verdict could turn it: at worst -7.5 points"));
}

TEST_CASE("cases without a verdict score nothing at worst", "[gate]") {
  const GateRule good{"score", "", Bound::at_least, 0.8, "0.8", {}};
  RunSample candidate = run_with(400);
  const RunSample live = run_with(400);
  CHECK(is_accepted(good, candidate, live));
  std::for_each(candidate.cases.begin(), candidate.cases.begin() + 100, take_verdict);
  const RuleResult rule = judged(good, candidate, live);
  CHECK(rule.outcome == GateOutcome::inconclusive);
  CHECK(rule.why.starts_with("cases without a verdict could turn it: at worst 75.0%"));
}

TEST_CASE("a cost that one case leaves unknown is the cost of none", "[gate]") {
  RunSample candidate = run_with(40);
  for (CaseSample& one : candidate.cases) {
    one.picodollars = 1'000'000;
    one.priced = 2;
  }
  CHECK(is_accepted(cheap, candidate, run_with(40)));
  const auto open = [&candidate] {
    const RuleResult rule = judged(cheap, candidate, run_with(40));
    return rule.outcome == GateOutcome::inconclusive && rule.why.starts_with("the cost of some cases is not known");
  };
  candidate.cases.front().unpriced = 1;
  CHECK(open());
  candidate.cases.front().priced = 0;
  CHECK(open());
  candidate.cases.front().quarantined = true;
  CHECK(is_accepted(cheap, candidate, run_with(40)));
}

TEST_CASE("a live call that timed out leaves open which version is faster, and not how fast the candidate is",
          "[gate]") {
  RunSample candidate = run_with(50);
  RunSample live = run_with(50);
  for (std::uint32_t place = 0; place < 50; ++place) {
    candidate.calls.push_back({place, 100, -1});
    live.calls.push_back({place, 900, -1});
  }
  CHECK(is_accepted(not_slower, candidate, live));
  live.timeouts = 1;
  CHECK(judged(not_slower, candidate, live).why.starts_with("1 call timed out"));
  CHECK(is_accepted(fast, candidate, live));
}

TEST_CASE("a rule decides on as many cases as the policy asks for, and not on one fewer", "[gate]") {
  GateRule rule{"pass_rate", "", Bound::at_least, 0.5, "50%", {}};
  rule.min_cases = 30;
  CHECK(is_accepted(rule, run_with(30), run_with(30)));
  const RuleResult fewer = judged(rule, run_with(29), run_with(29));
  CHECK(fewer.outcome == GateOutcome::inconclusive);
  CHECK(fewer.why == "29 of the 30 cases that the policy asks for");
}
