#include "run/run_timing.hpp"

#include <array>
#include <cmath>
#include <string>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// Recorded by the worked example's triage suite.
constexpr std::array<double, 45> recorded{
    1488.781, 1754.076, 800.013, 837.228,  1240.812, 838.127,  1013.718, 499.755,  593.614,
    1052.797, 821.745,  922.662, 1394.085, 621.809,  1320.612, 1043.775, 282.539,  808.524,
    948.084,  660.044,  307.181, 1593.412, 415.164,  856.649,  559.13,   1551.009, 1314.795,
    247.931,  195.766,  615.353, 1745.367, 1573.854, 748.847,  857.405,  1399.581, 2542.483,
    1077.253, 887.354,  227.468, 502.225,  583.877,  1653.391, 1629.67,  1201.984, 485.339};

CaseResult answered(double milliseconds, const std::string& id = "a") {
  CaseResult result;
  result.case_id = id;
  result.request_digest = "asked";
  result.response.emplace();
  result.response->latency = std::chrono::microseconds(std::llround(milliseconds * 1000));
  return result;
}

CaseResult failed(ProviderError::Kind kind) {
  CaseResult result;
  result.case_id = "z";
  result.request_digest = "asked";
  result.error = ProviderError{kind, "no answer", 0, std::nullopt, 1};
  return result;
}

RunTimes times_of(const std::vector<CaseResult>& results) {
  RunTiming timing;
  for (const CaseResult& result : results) {
    timing.add(result);
  }
  return timing.finish();
}

std::vector<CaseResult> recorded_results() {
  std::vector<CaseResult> results;
  for (const double milliseconds : recorded) {
    results.push_back(answered(milliseconds));
  }
  return results;
}

}  // namespace

// R: quantile(x, p, type = 7); ranks of the intervals: qbinom(.025, 45, p) and qbinom(.975, 45, p) + 1.
TEST_CASE("quantiles of recorded latencies are those of R's type 7", "[report]") {
  const RunTimes times = times_of(recorded_results());
  REQUIRE(times.total_ms);
  const Spread& total = *times.total_ms;
  CHECK(total.count == 45);
  CHECK(*total.p50.value == Approx(857.40500).epsilon(1e-12));
  CHECK(*total.p90.value == Approx(1615.16680).epsilon(1e-12));
  CHECK(*total.p95.value == Approx(1726.97180).epsilon(1e-12));
  CHECK(*total.p99.value == Approx(2195.58392).epsilon(1e-12));
  CHECK(*total.max == 2542.483);
  CHECK(*total.p50.low == 748.847);
  CHECK(*total.p50.high == 1077.253);
  CHECK(*total.p95.low == 1593.412);
  CHECK_FALSE(total.p95.high);  // 45 calls do not bound it.
}

TEST_CASE("a call that timed out is slower than all others, and no time is made up for it", "[report]") {
  auto results = recorded_results();
  results.resize(18);
  results.push_back(failed(ProviderError::Kind::timeout));
  results.push_back(failed(ProviderError::Kind::timeout));
  results.push_back(failed(ProviderError::Kind::server));
  const RunTimes times = times_of(results);
  CHECK(times.calls == 18);
  CHECK(times.timeouts == 2);
  CHECK(times.failed == 1);
  REQUIRE(times.total_ms);
  CHECK(times.total_ms->count == 20);
  CHECK(times.total_ms->timeouts == 2);
  CHECK(times.total_ms->p50.value);
  CHECK_FALSE(times.total_ms->p95.value);
  CHECK_FALSE(times.total_ms->max);
  REQUIRE(times.slowest.size() == 10);
  CHECK(times.slowest.front().timed_out);
  CHECK(times.slowest[2].latency_ms == 1754.076);
}

TEST_CASE("replayed replies are counted and measured nowhere", "[report]") {
  CaseResult replayed = answered(1);
  replayed.replayed = true;
  const RunTimes times = times_of({replayed, replayed});
  CHECK(times.replayed == 2);
  CHECK(times.calls == 0);
  CHECK_FALSE(times.total_ms);
  CHECK(times.slowest.empty());
  CHECK(times.histogram.empty());
}

TEST_CASE("calls are told apart by tag, length of the input and model", "[report]") {
  CaseResult quick = answered(100, "quick");
  quick.tags = {"en", "short"};
  quick.response->usage = {500, 10, {}};
  quick.response->model = "small-1";
  CaseResult slow = answered(2000, "slow");
  slow.tags = {"en"};
  slow.response->usage = {501, 100, {}};
  slow.response->first_token = std::chrono::milliseconds(500);
  slow.response->model = "small-2";
  const RunTimes times = times_of({quick, slow});
  REQUIRE(times.tags.size() == 2);
  CHECK(times.tags[0].name == "en");
  CHECK(times.tags[0].total_ms.count == 2);
  CHECK(*times.tags[0].total_ms.p50.value == 1050);
  REQUIRE(times.lengths.size() == 2);
  CHECK(times.lengths[0].name == "up to 500 tokens in");
  CHECK(times.lengths[1].name == "up to 2,000 tokens in");
  REQUIRE(times.models.size() == 2);
  CHECK(times.models[1].name == "small-2");
  REQUIRE(times.first_token_ms);
  CHECK(times.first_token_ms->count == 1);
  REQUIRE(times.tokens_per_second);
  CHECK(*times.tokens_per_second->max == 50);  // The worst is the slowest.
  CHECK(*times.tokens_per_second->p50.value == 75);
}

TEST_CASE("the histogram counts every answered call once, ten bins a decade", "[report]") {
  const RunTimes times = times_of(recorded_results());
  std::size_t counted_calls = 0;
  for (const TimeBin& bin : times.histogram) {
    CHECK(bin.high_ms == Approx(bin.low_ms * std::pow(10, 0.1)));
    counted_calls += bin.count;
  }
  CHECK(counted_calls == recorded.size());
  CHECK(times.histogram.front().count > 0);
  CHECK(times.histogram.back().count > 0);
}
