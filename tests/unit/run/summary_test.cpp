#include "run/summary.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// Of a run of `planned` cases, of which so many have passed.
RunSummary summary_of(long long planned, long long passed) {
  RunHeader header;
  header.planned = planned;
  return summarize(header, [passed](const std::function<void(const CaseResult&)>& visit) {
    for (long long at = 0; at < passed; ++at) {
      CaseResult result;
      result.case_id = "c" + std::to_string(at);
      result.position = at;
      result.target = "openai/m";
      result.response.emplace();
      result.score.passed = true;
      result.score.value = 1;
      visit(result);
    }
  });
}

}  // namespace

TEST_CASE("a run that was stopped has no verdict, however good what it has is") {
  const RunSummary stopped = summary_of(20, 19);
  CHECK(stopped.verdict == Verdict::error);
  CHECK(stopped.verdict_reason == "the run was stopped: 1 of 20 results are missing");
  CHECK(summary_of(20, 20).verdict == Verdict::accepted);
  CHECK(summary_of(0, 0).verdict == Verdict::error);
}
