#include "evidence/evidence.hpp"

#include <fmt/format.h>

#include <chrono>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_run.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::optional<EvidenceStatement> read(const std::string& text, Diagnostics& faults) {
  return read_evidence(std::make_shared<const Source>("e.json", text), faults);
}

void check_same_header(const RunHeader& a, const RunHeader& b) {
  CHECK(a.id == b.id);
  CHECK(a.tool == b.tool);
  CHECK(a.prompt_id == b.prompt_id);
  CHECK(a.prompt_address == b.prompt_address);
  CHECK(a.prompt_digest == b.prompt_digest);
  CHECK(a.suite_id == b.suite_id);
  CHECK(a.suite_digest == b.suite_digest);
  CHECK(a.dataset_digest == b.dataset_digest);
  CHECK(a.dataset_cases == b.dataset_cases);
  CHECK(a.planned == b.planned);
  CHECK(a.targets == b.targets);
  CHECK(a.repeat == b.repeat);
  CHECK(a.tolerated_errors == b.tolerated_errors);
  CHECK(a.selection == b.selection);
  CHECK(a.commit == b.commit);
  CHECK(a.uncommitted == b.uncommitted);
  CHECK(a.offline == b.offline);
  CHECK(a.reducer == b.reducer);
  CHECK(a.provenance == b.provenance);
  CHECK(a.started == b.started);
}

auto fields_of(const CaseSample& one) {
  return std::tuple(one.id, one.picodollars, one.score, one.group, one.passed, one.failed, one.undecided, one.priced,
                    one.unpriced, one.critical, one.quarantined);
}

auto fields_of(const CallSample& one) {
  return std::tuple(one.sample, one.latency_ms, one.first_token_ms);
}

auto fields_of(const TagSample& one) {
  return std::tuple(one.sample, one.tag);
}

auto fields_of(const MetricSample& one) {
  return std::tuple(one.sample, one.metric, one.score);
}

template <typename Item>
void check_same_items(const std::vector<Item>& a, const std::vector<Item>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t index = 0; index < a.size(); ++index) {
    CHECK(fields_of(a[index]) == fields_of(b[index]));
  }
}

void check_same(const RunSample& a, const RunSample& b) {
  check_same_header(a.header, b.header);
  check_same_items(a.cases, b.cases);
  check_same_items(a.calls, b.calls);
  check_same_items(a.tagged, b.tagged);
  check_same_items(a.measured, b.measured);
  CHECK(a.groups == b.groups);
  CHECK(a.tags == b.tags);
  CHECK(a.metrics == b.metrics);
  CHECK(a.replayed == b.replayed);
  CHECK(a.model == b.model);
}

// "code line:column", a fault a line.
std::string places_of(const Diagnostics& faults) {
  std::string text;
  for (const Diagnostic& fault : faults.all()) {
    text += fmt::format("{}: {}\n", fault.code, fault.message);
    CHECK(fault.where.line == 1);
  }
  return text;
}

}  // namespace

TEST_CASE("evidence that was read is the sample it was written of, to the last bit") {
  const RunSample run = sample_run();
  const std::string text = evidence_text(run, summary_of(run));
  CHECK(text == evidence_text(run, summary_of(run)));
  CHECK(text.find('\n') == text.size() - 1);
  Diagnostics faults;
  const auto statement = read(text, faults);
  CHECK(places_of(faults).empty());
  REQUIRE(statement);
  CHECK(statement->text == text);
  CHECK(statement->digest == sha256(text));
  check_same(statement->sample, run);
}

TEST_CASE("evidence leaves out what is absent, and reads it so") {
  RunSample run;
  run.header = sample_run().header;
  run.header.commit.reset();
  run.header.uncommitted.clear();
  run.header.offline = false;
  run.header.provenance = {};
  run.header.tolerated_errors = 0;
  run.header.selection.clear();
  run.header.prompt_address.clear();
  run.header.targets = {"openai/a", "openai/b"};
  run.header.planned = 0;
  const std::string text = evidence_text(run, summary_of(run));
  CHECK(text.find("commit") == std::string::npos);
  CHECK(text.find("policies") == std::string::npos);
  Diagnostics faults;
  const auto statement = read(text, faults);
  CHECK(places_of(faults).empty());
  REQUIRE(statement);
  check_same(statement->sample, run);
}

TEST_CASE("evidence that was edited by hand is refused, at its place") {
  const RunSample run = sample_run();
  const std::string good = evidence_text(run, summary_of(run));
  const auto [from, to, fault] = GENERATE(table<std::string, std::string, std::string>({
      {"Statement/v1", "Statement/v2", "unknown-format: this promptctl reads `https://in-toto.io/Statement/v1`\n"},
      {"evaluation:v1", "evaluation:v2", "unknown-format: this promptctl reads `urn:promptctl:evaluation:v1`\n"},
      {R"("sha256":"aa)", R"("sha256":"Aa)", "bad-evidence: `sha256` must be a SHA-256: 64 lower-case hex digits\n"},
      {R"("production":"0)", R"("production":"00)",
       "bad-evidence: `production` must be a SHA-256: 64 lower-case hex digits\n"},
      {R"("subject":[)", R"("subject":[{},)", "bad-evidence: evidence is of one prompt\n"},
      {R"("tool":{"name":"promptctl")", R"("tool":{"name":"other")", "unknown-choice: `name` can't be `other`\n"},
      {R"("reducer":"pass@k")", R"("reducer":"pass^k")",
       "bad-evidence: `passed` is 1, and the rows of the cases say 0\n"
       "bad-evidence: `failed` is 1, and the rows of the cases say 2\n"
       "bad-evidence: `pass_rate` is not what the rows of the cases say: 0\n"},
      {R"("summary":{"cases":3)", R"("summary":{"cases":4)",
       "bad-evidence: `cases` is 4, and the rows of the cases say 3\n"},
      {R"("errors":1)", R"("errors":0)", "bad-evidence: `errors` is 0, and the rows of the cases say 1\n"},
      {R"("missing":0)", R"("missing":1)", "bad-evidence: `missing` is 1, and the rows of the cases say 0\n"},
      {R"("quarantined":1)", R"("quarantined":0)",
       "bad-evidence: `quarantined` is 0, and the rows of the cases say 1\n"},
      {R"("pass_rate":{"value":0.5)", R"("pass_rate":{"value":0.9)",
       "bad-evidence: `pass_rate` is not what the rows of the cases say: 0.5\n"},
      {R"("result":"FAILED")", R"("result":"PASSED")",
       "bad-evidence: the result is PASSED, and the rows say: 1 passed, 1 failed, 1 without a verdict, 0 missing\n"},
      {R"("case":"b","failed":2)", R"("case":"b","passed":2)",
       "bad-evidence: `passed` is 1, and the rows of the cases say 2\n"
       "bad-evidence: `failed` is 1, and the rows of the cases say 0\n"
       "bad-evidence: the result is FAILED, and the rows say: 2 passed, 0 failed, 1 without a verdict, 0 missing\n"
       "bad-evidence: `pass_rate` is not what the rows of the cases say: 1\n"},
      {R"("case":"b","failed":2)", R"("case":"b","failed":3)",
       "bad-evidence: `b` has 3 results, where the run has 2 repeats\n"},
      {R"("case":"b","failed":2)", R"("case":"b","failed":-2)",
       "out-of-range: `failed` must be a whole number from 0 to 65535\n"
       "bad-evidence: there is a score without a verdict\n"
       "bad-evidence: `b` has 0 results, where the run has 2 repeats\n"
       "bad-evidence: the calls of `b` are not as many as its results and prices say\n"},
      {R"("case":"b")", R"("case":"c")", "bad-evidence: the case `c` is twice here, or out of order\n"},
      {R"("case":"c")", R"("case":"A")", "bad-evidence: the case `A` is twice here, or out of order\n"},
      {R"("score":0.3333333333333333)", R"("score":1.3333333333333333)",
       "bad-evidence: `score` must be a number from 0 to 1\n"},
      {R"("tone":0.7)", R"("tone":"0.7")", "bad-evidence: `tone` must be a number from 0 to 1\n"},
      {R"("cost_usd":"0.000001234567")", R"("cost_usd":"0.0000012345678")",
       "bad-evidence: `cost_usd` must be a decimal of at most twelve places\n"},
      {"812.4", "-812.4", "bad-evidence: a duration must be a number of milliseconds\n"},
      {"812.4", "1e300", "bad-evidence: a duration must be a number of milliseconds\n"},
      {"[33.1,null]", "[33.1]", "bad-evidence: `ttft_ms` must have an entry for each of `latency_ms`\n"},
      {R"("priced":2)", R"("priced":1)",
       "bad-evidence: the calls of `a \"quoted\" ü` are not as many as its results and prices say\n"},
      {R"("tolerated_errors":0.3)", R"("tolerated_errors":3)",
       "bad-evidence: `tolerated_errors` must be a number from 0 to 1\n"},
      {"2026-01-02T03", "2026-13-02T03",
       "bad-time: `2026-13-02T03:04:05Z` is no time of the form 2026-01-02T03:04:05Z\n"},
      {R"("uncommitted":)", R"("uncommited":)", "unknown-key: unknown key `uncommited`\n"},
      {R"("repeats":2,)", "", "missing-key: `repeats` is missing\n"},
      {R"("case":"b",)", R"("case":"b","output":"Hello",)", "unknown-key: unknown key `output`\n"},
  }));
  INFO(from << " → " << to);
  std::string text = good;
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  Diagnostics faults;
  CHECK_FALSE(read(text, faults));
  const std::string found = places_of(faults);
  CHECK(found == fault);
}

TEST_CASE("a file of evidence is read line by line, whatever ends its lines") {
  const std::string one = statement_text(std::string(64, 'a'));
  const std::string two = statement_text(std::string(64, 'f'));
  Diagnostics faults;
  const auto lines = [&faults](const std::string& text) {
    return read_evidence_lines(std::make_shared<const Source>("e.intoto.jsonl", text), faults);
  };
  const auto both = lines(one + "\n" + two.substr(0, two.size() - 1));
  REQUIRE(both.size() == 2);
  CHECK(both[0].text == one);
  CHECK(both[1].text == two);
  CHECK(lines(replace_all(one, "\n", "\r\n")).at(0).digest == sha256(one));
  CHECK_FALSE(faults.has_errors());
  CHECK(lines(one + "{}\n").size() == 1);
  CHECK(faults.all().front().where.line == 2);
  CHECK(lines(" \n").empty());
  CHECK(faults.all().back().message == "the file holds no evidence");
}

// Release builds take a tenth of a second; the bound leaves room for sanitizers, and none for a quadratic reader.
TEST_CASE("evidence of two thousand cases is read as it was written") {
  const RunSample run = large_sample_run(2'000);
  const std::string text = evidence_text(run, summary_of(run));
  Diagnostics faults;
  const auto statement = read(text, faults);
  REQUIRE(statement);
  CHECK(evidence_text(statement->sample, summary_of(statement->sample)) == text);
}
