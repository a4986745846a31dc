#include "tests/support/sample_overview.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/utc.hpp"
#include "run/run_costing.hpp"
#include "run/run_timing.hpp"
#include "run/summary.hpp"

namespace promptctl::testing {
namespace {

using Results = std::vector<CaseResult>;

RunHeader header_of(const std::string& id, char digit, std::size_t planned) {
  RunHeader header;
  header.id = id;
  header.tool = "0.1.0";
  header.prompt_id = "support/triage";
  header.prompt_address = "support/triage";
  header.prompt_digest = std::string(64, digit);
  header.suite_id = "triage";
  header.suite_digest = std::string(64, 'b');
  header.dataset_digest = std::string(64, 'c');
  header.dataset_cases = static_cast<long long>(planned);
  header.planned = static_cast<long long>(planned);
  header.targets = {"openai/gpt-4o-mini"};
  header.tolerated_errors = 0.5;
  header.started = parse_utc(digit == 'a' ? "2026-01-02T03:04:05Z" : "2026-01-03T03:04:05Z").value();
  return header;
}

CaseResult answered(std::size_t at, bool passes) {
  CaseResult result;
  result.position = static_cast<long long>(at);
  result.case_id = fmt::format("case-{:02}", at);
  result.target = "openai/gpt-4o-mini";
  result.tags = {at % 2 == 0 ? "de" : "en"};
  result.critical = at == 3;
  result.request_digest = "asked";
  result.response.emplace();
  result.response->text = "billing";
  result.response->model = "gpt-4o-mini-2024-07-18";
  result.response->usage.input = 100 + static_cast<long long>(at) * 40;
  result.response->usage.output = 20;
  result.response->latency = std::chrono::microseconds(700'250 + static_cast<long long>(at * at) * 31'000);
  result.response->first_token = std::chrono::milliseconds(300 + at);
  result.response->queued = std::chrono::microseconds(static_cast<long long>(at) * 900);
  result.score.passed = passes;
  result.score.value = passes ? 1 : 0.25;
  AssertionResult assertion;
  assertion.type = "equals";
  assertion.metric = "category";
  assertion.outcome = passes ? AssertionResult::Outcome::passed : AssertionResult::Outcome::failed;
  assertion.score = passes ? 1 : 0;
  assertion.reason = passes ? "" : "the reply is not \"delivery\"";
  result.score.assertions.push_back(assertion);
  result.cost = Usd::picodollars(27'000'000 + static_cast<std::int64_t>(at) * 6'000'000);
  return result;
}

CaseResult failed(std::size_t at, ProviderError::Kind kind) {
  CaseResult result = answered(at, false);
  result.response.reset();
  result.cost.reset();
  result.error = ProviderError{kind, "no answer", 0, std::nullopt, 2};
  result.lost = {Usd::picodollars(81'000'000), kind == ProviderError::Kind::timeout ? 1 : 0};
  result.error->latency = std::chrono::seconds(60);
  return result;
}

RunReport report_of(const RunHeader& header, Results results) {
  const auto kept = std::make_shared<const Results>(std::move(results));
  RunReport report;
  report.header = header;
  report.each_result = [kept](const auto& visit) {
    for (const CaseResult& result : *kept) {
      visit(result);
    }
  };
  RunTiming timing;
  CostQuestion question;
  question.per_day = 10'000;
  RunCosting costing(question);
  for (const CaseResult& result : *kept) {
    timing.add(result);
    costing.add(result);
  }
  report.summary = summarize(header, report.each_result);
  report.times = timing.finish();
  report.costs = costing.finish(report.summary.passed);
  return report;
}

RunReport first_run() {
  Results results;
  for (std::size_t at = 0; at < 20; ++at) {
    results.push_back(answered(at, at != 7));
    results.back().replayed = at > 16;
  }
  return report_of(header_of("20260102-030405-a3f90b1c", 'a', 20), std::move(results));
}

RunReport second_run() {
  Results results;
  for (std::size_t at = 0; at < 18; ++at) {
    results.push_back(answered(at, at != 3 && at != 7));
  }
  results[5].cost.reset();
  results.push_back(failed(18, ProviderError::Kind::timeout));
  results.push_back(failed(19, ProviderError::Kind::server));
  return report_of(header_of("20260103-030405-b5c81d2e", 'd', 20), std::move(results));
}

}  // namespace

Overview sample_overview() {
  Overview overview;
  overview.title = "support/triage";
  overview.runs = {first_run(), second_run()};
  overview.runs[0].version = 2;
  overview.runs[1].version = 3;
  overview.notes = {"no run of support/triage@1 on triage"};
  return overview;
}

Overview hostile_overview() {
  const std::string hostile = "\x1b[31m</script><script>alert(1)</script>\u202E|`*#@x\r\n::error::owned\\\"{}";
  RunHeader header = header_of("20260102-030405-a3f90b1c", 'a', 2);
  header.suite_id = hostile;
  header.targets = {hostile};
  CaseResult result = answered(0, false);
  result.case_id = hostile;
  result.tags = {hostile};
  result.target = hostile;
  result.critical = true;
  result.response->text = hostile;
  result.response->model = hostile;
  result.score.assertions.front().metric = hostile;
  result.score.assertions.front().reason = hostile;
  CaseResult unpriced = result;
  unpriced.position = 1;
  unpriced.case_id += "2";
  unpriced.cost.reset();
  Overview overview;
  overview.title = hostile;
  overview.notes = {hostile};
  overview.runs = {report_of(header, {result, unpriced})};
  return overview;
}

}  // namespace promptctl::testing
