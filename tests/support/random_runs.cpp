#include "tests/support/random_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "document/json.hpp"
#include "report/change/comparison_value.hpp"
#include "report/gate/gate_value.hpp"
#include "run/run_sampling.hpp"

namespace promptctl::testing {
namespace {

bool chance(Random& random, double share) {
  return random.uniform() < share;
}

CaseResult described_case(std::size_t place, const RandomRun& run, Random& random) {
  CaseResult result;
  result.position = static_cast<long long>(place);
  result.case_id = fmt::format("case-{:03}", place);
  result.tags = {place % 2 == 0 ? "even" : "odd", place % 5 == 0 ? "rare" : "usual"};
  result.group = run.grouped && place % 7 != 0 ? fmt::format("group-{}", place / 4) : "";
  result.critical = place % 3 == 0;
  result.quarantined = chance(random, 0.05);
  return result;
}

void answer(CaseResult& result, Random& random) {
  if (chance(random, 0.05)) {
    result.error = ProviderError{};
    return;
  }
  const double value = std::floor(random.uniform() * 9) / 8;
  const bool passed = chance(random, 0.8);
  const auto outcome = passed ? AssertionResult::Outcome::passed : AssertionResult::Outcome::failed;
  result.request_digest = "digest";
  result.response = Response{};
  result.response->latency = std::chrono::microseconds(100'000 + random.below(1'000'000));
  result.response->first_token = std::chrono::microseconds(10'000 + random.below(90'000));
  result.cost = Usd::picodollars(static_cast<std::int64_t>(1'000'000 + random.below(1'000'000)));
  result.score.passed = passed;
  result.score.value = value;
  result.score.assertions = {{"equals", "tone", outcome, true, value, 1, ""}};
}

}  // namespace

std::vector<CaseResult> random_results(const RandomRun& run, Random& random) {
  std::vector<CaseResult> results;
  for (std::size_t place = 0; place < run.cases; ++place) {
    if (chance(random, 0.05)) {
      continue;
    }
    CaseResult one = described_case(place, run, random);
    for (one.repeat = 1; one.repeat <= run.repeats; ++one.repeat) {
      results.push_back(one);
      answer(results.back(), random);
    }
  }
  return results;
}

std::vector<CaseResult> shuffled(const std::vector<CaseResult>& results, Random& random) {
  std::vector<std::pair<std::uint64_t, std::size_t>> keys;  // and the place, which keeps repeats in order
  for (std::size_t place = 0; place < results.size(); ++place) {
    keys.emplace_back(results[place].repeat == 1 ? random.next() : keys.back().first, place);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<CaseResult> other;
  for (const auto& [key, place] : keys) {
    other.push_back(results[place]);
  }
  return other;
}

RunSample sample_of(const std::vector<CaseResult>& results, Reducer reducer) {
  RunHeader header;
  header.reducer = reducer;
  RunSampling sampling(std::move(header));
  for (const CaseResult& result : results) {
    sampling.add(result);
  }
  return sampling.finish();
}

RunSample run_of_verdicts(const std::vector<bool>& passed) {
  RunSample run;
  for (std::size_t place = 0; place < passed.size(); ++place) {
    CaseSample one;
    one.id = fmt::format("case-{:06}", place);
    ++(passed[place] ? one.passed : one.failed);
    one.score = passed[place] ? 1 : 0;
    run.cases.push_back(one);
  }
  return run;
}

std::string text_of(const Comparison& comparison) {
  return indented_json(suite_change_value({comparison, {}}));
}

std::string text_of(const GateReport& report) {
  return indented_json(gate_value(report));
}

}  // namespace promptctl::testing
