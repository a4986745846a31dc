#include <clocale>

#include "gate/judgement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_runs.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

using Bound = GateRule::Bound;

const GateRule at_least{"pass_rate", "", Bound::at_least, 0.7, "70%", {}};
const GateRule not_worse{"pass_rate", "", Bound::not_worse_by, 0.1, "10%", {}};
const GateRule slice_not_worse{"pass_rate", "odd", Bound::not_worse_by, 0.1, "10%", {}};
const GateRule flips{"critical", "", Bound::flips, 1, "1", {}};

GatePolicy policy_of(std::vector<GateRule> rules, std::optional<double> confidence = 0.95) {
  GatePolicy policy;
  policy.confidence = confidence;
  policy.rules = std::move(rules);
  return policy;
}

GateReport judged(const GatePolicy& policy, const RunSample& live, const RunSample& candidate) {
  GateEvidence evidence;
  evidence.suite = "suite";
  evidence.target = "target";
  evidence.candidate = &candidate;
  evidence.live = &live;
  return judge(policy, {evidence}, true);
}

int goodness(GateOutcome outcome) {
  return outcome == GateOutcome::accepted ? 2 : outcome == GateOutcome::inconclusive ? 1 : 0;
}

// Turns one repeat after another of the candidate into a failure.
void check_sinking(const GatePolicy& policy, const RunSample& live, RunSample candidate, Random& random) {
  GateOutcome outcome = judged(policy, live, candidate).outcome;
  for (int turn = 0; turn < 20; ++turn) {
    CaseSample& one = candidate.cases[random.below(candidate.cases.size())];
    if (one.passed == 0 || (one.critical && one.undecided > 0)) {  // A failure is known, and may be tolerated.
      continue;
    }
    --one.passed;
    ++one.failed;
    const GateOutcome next = judged(policy, live, candidate).outcome;
    INFO(gate_outcome_name(outcome) << " became " << gate_outcome_name(next));
    CHECK(goodness(next) <= goodness(outcome));
    outcome = next;
  }
}

}  // namespace

TEST_CASE("a failure more never makes a gate's decision better", "[gate]") {
  const std::vector<GatePolicy> policies{policy_of({at_least}), policy_of({at_least}, {}), policy_of({not_worse}),
                                         policy_of({flips}),
                                         policy_of({at_least, not_worse, slice_not_worse, flips}, 0.8)};
  Random random(21);
  for (int draw = 0; draw < 12; ++draw) {
    const RandomRun kind{20 + random.below(60), 1 + draw % 3, false};
    const RunSample live = sample_of(random_results(kind, random), Reducer::all);
    const RunSample candidate = sample_of(random_results(kind, random), Reducer::all);
    for (const GatePolicy& policy : policies) {
      check_sinking(policy, live, candidate, random);
      check_sinking(policy, live, live, random);
    }
  }
}

TEST_CASE("neither the order of results nor the locale changes a byte of a decision", "[gate]") {
  const GatePolicy policy = policy_of({at_least, not_worse, slice_not_worse, flips});
  Random random(22);
  const auto live = random_results({40, 2, true}, random);
  const auto candidate = random_results({40, 2, true}, random);
  const std::string expected =
      text_of(judged(policy, sample_of(live, Reducer::majority), sample_of(candidate, Reducer::majority)));
  CHECK(text_of(judged(policy, sample_of(shuffled(live, random), Reducer::majority),
                       sample_of(shuffled(candidate, random), Reducer::majority))) == expected);
  const std::string usual = std::setlocale(LC_ALL, nullptr);
  std::setlocale(LC_ALL, "de_DE.UTF-8");
  CHECK(text_of(judged(policy, sample_of(live, Reducer::majority), sample_of(candidate, Reducer::majority))) ==
        expected);
  std::setlocale(LC_ALL, usual.c_str());
}

TEST_CASE("a gate on next to nothing is inconclusive", "[gate]") {
  const RunSample one = run_of_verdicts({true});
  RunSample other = one;
  other.cases.front().id = "another";
  RunSample undecided = one;
  undecided.cases.front().passed = 0;
  undecided.cases.front().undecided = 1;
  RunSample quarantined = one;
  quarantined.cases.front().quarantined = true;
  for (const RunSample& candidate : {one, other, undecided, quarantined, RunSample{}}) {
    CHECK(judged(policy_of({not_worse}), one, candidate).outcome == GateOutcome::inconclusive);
    CHECK(judged(policy_of({at_least}), one, candidate).outcome == GateOutcome::inconclusive);
  }
  for (const RunSample& candidate : {other, undecided, quarantined, RunSample{}}) {
    CHECK(judged(policy_of({flips}), one, candidate).outcome == GateOutcome::inconclusive);
  }
  CHECK(judge(policy_of({at_least}), {}, true).outcome == GateOutcome::inconclusive);
  CHECK(judged(policy_of({}), one, one).outcome == GateOutcome::inconclusive);
}
