#include "evidence/evidence_pool.hpp"

#include <functional>

#include "evidence/roster.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using std::chrono::hours;

const auto noon = std::chrono::system_clock::time_point(hours(500'000));

// Forty cases on one model, each asked once, the first of them critical.
RunSample sample() {
  RunSample run;
  run.header.id = "run-1";
  run.header.prompt_digest = "prompt";
  run.header.suite_id = "s";
  run.header.suite_digest = "suite";
  run.header.dataset_digest = "dataset";
  run.header.dataset_cases = 40;
  run.header.planned = 40;
  run.header.targets = {"openai/m"};
  run.header.selection = "{}";
  run.header.started = noon - hours(1);
  run.header.provenance.producer = "Mia Kern <mia@larchpine.example>";
  run.header.provenance.ci_url = "https://ci.larchpine.example/jobs/7";
  run.header.provenance.endpoint = "api.openai.com";
  run.tags = {"de"};
  for (std::uint32_t at = 0; at < 40; ++at) {
    CaseSample one;
    one.id = (at < 10 ? "c0" : "c") + std::to_string(at);
    one.passed = at % 4 == 0 ? 0 : 1;
    one.failed = at % 4 == 0 ? 1 : 0;
    one.critical = at == 0;
    run.cases.push_back(one);
    run.tagged.push_back({at, 0});
  }
  return run;
}

std::string roster_of(const RunSample& run) {
  Roster roster;
  roster.add(run);
  return roster.digest();
}

// Why a run is refused; empty when it is found.
std::string refusal_of(const RunSample& run, const GatePolicy& policy, bool for_the_record = true) {
  EvidencePool pool;
  pool.add({"digest", "text", run});
  const JudgedSuite suite{"s", "suite", "dataset", "openai/m", 1, Reducer::all, 0, roster_of(sample())};
  const FoundEvidence found = pool.find({"prompt", suite, &policy, noon, nullptr, for_the_record});
  CHECK(found.statement.has_value() == found.refused.empty());
  return found.refused.empty() ? "" : found.refused.front();
}

}  // namespace

TEST_CASE("evidence that was cut to fit is refused", "[gate]") {
  struct Edit {
    std::string refusal;
    std::function<void(RunSample&)> make;
  };
  const std::string cases = "run run-1 is refused: not of the dataset's cases, or of other marks of them";
  const std::vector<Edit> edits{
      {"", [](RunSample&) {}},
      {cases,
       [](RunSample& run) {
         std::erase_if(run.cases, [](const CaseSample& one) { return one.failed > 0; });
         run.tagged.resize(run.cases.size());
         run.header.planned = static_cast<long long>(run.cases.size());
       }},
      {cases, [](RunSample& run) { run.cases[0].critical = false; }},
      {cases, [](RunSample& run) { run.cases[4].quarantined = true; }},
      {cases, [](RunSample& run) { run.tagged.pop_back(); }},
      {"run run-1 is refused: not of as many results as it says were planned",
       [](RunSample& run) { run.header.planned = 30; }},
      {"run run-1 is refused: judged by other settings than the suite has",
       [](RunSample& run) { run.header.reducer = Reducer::any; }},
      {"run run-1 is refused: judged by other settings than the suite has",
       [](RunSample& run) { run.header.tolerated_errors = 1; }},
      {"run run-1 is refused: dated 2027-01-15T09:00:00Z, which is yet to come",
       [](RunSample& run) { run.header.started = noon + hours(1); }},
      {"run run-1 is refused: made with files that are not committed: prompts/a.prompt",
       [](RunSample& run) { run.header.uncommitted = {"prompts/a.prompt"}; }},
      {"run run-1 is refused: made for a fork's pull request",
       [](RunSample& run) { run.header.provenance.from_fork = true; }},
      {"run run-1 is refused: of a part of the cases", [](RunSample& run) { run.header.selection = "{\"first\":3}"; }},
      {"run run-1 is refused: with 2 replies of cassette or cache, and the policy wants fresh ones (--no-cache)",
       [](RunSample& run) { run.replayed = 2; }},
      {"run run-1 is refused: with 1 reply of cassette or cache, and the policy wants fresh ones (--no-cache)",
       [](RunSample& run) { run.replayed = 1; }},
  };
  for (const Edit& edit : edits) {
    RunSample run = sample();
    edit.make(run);
    CHECK(refusal_of(run, {}) == edit.refusal);
  }
}

TEST_CASE("a run and the evidence of it are one run, however often it is at hand", "[gate]") {
  EvidencePool pool;
  const auto add = [&pool](const std::string& digest, const std::string& id, int hours_ago) {
    RunSample run = sample();
    run.header.id = id;
    run.header.started = noon - hours(hours_ago);
    pool.add({digest, "text", run});
  };
  add("digest-1", "run-2", 1);
  add("digest-2", "run-2", 1);
  add("digest-3", "run-1", 2);
  add("digest-4", "run-1", 2);
  const GatePolicy policy;
  const JudgedSuite suite{"s", "suite", "dataset", "openai/m", 1, Reducer::all, 0, roster_of(sample())};
  CHECK(pool.find({"prompt", suite, &policy, noon, nullptr, true}).older == 1);
}

TEST_CASE("of several runs the newest counts, be it better or worse", "[gate]") {
  EvidencePool pool;
  for (const auto& [digest, hours_ago] :
       std::vector<std::pair<std::string, int>>{{"older", 3}, {"newest", 1}, {"old", 2}}) {
    RunSample run = sample();
    run.header.id = digest;
    run.header.started = noon - hours(hours_ago);
    pool.add({digest, "text", run});
  }
  const GatePolicy policy;
  const JudgedSuite suite{"s", "suite", "dataset", "openai/m", 1, Reducer::all, 0, roster_of(sample())};
  const FoundEvidence found = pool.find({"prompt", suite, &policy, noon, nullptr, true});
  REQUIRE(found.statement);
  CHECK(found.statement->digest == "newest");
}

TEST_CASE("evidence has as many repeats as the suite asks for, or more", "[gate]") {
  const auto refusal = [](int made, int asked) {
    RunSample run = sample();
    run.header.repeat = made;
    run.header.planned = 40 * made;
    for (CaseSample& one : run.cases) {
      one.passed = static_cast<std::uint16_t>(one.passed * made);
      one.failed = static_cast<std::uint16_t>(one.failed * made);
    }
    EvidencePool pool;
    pool.add({"digest", "text", run});
    const GatePolicy policy;
    const JudgedSuite suite{"s", "suite", "dataset", "openai/m", asked, Reducer::all, 0, roster_of(sample())};
    const FoundEvidence found = pool.find({"prompt", suite, &policy, noon, nullptr, true});
    return found.refused.empty() ? "" : found.refused.front();
  };
  CHECK(refusal(5, 5).empty());
  CHECK(refusal(6, 5).empty());
  CHECK_FALSE(refusal(4, 5).empty());
}

TEST_CASE("a policy says who may have made and answered evidence, each by patterns of its own", "[gate]") {
  GatePolicy policy;
  constexpr bool for_the_record = false;  // Else nobody is believed who did not sign.
  policy.producers = {"*@larchpine.example>"};
  CHECK(refusal_of(sample(), policy, for_the_record).empty());
  policy.producers = {"https://ci.larchpine.example/*"};
  CHECK(refusal_of(sample(), policy, for_the_record).empty());
  RunSample pretender = sample();
  pretender.header.provenance.ci_url.clear();
  pretender.header.provenance.producer = "https://ci.larchpine.example/jobs/7";
  CHECK(refusal_of(pretender, policy, for_the_record) ==
        "run run-1 is refused: made by https://ci.larchpine.example/jobs/7, who is none of the policy's producers");
  CHECK(refusal_of(sample(), policy) ==
        "run run-1 is refused: said to be made by Mia Kern <mia@larchpine.example>, and nobody vouches for it "
        "(unsigned): the "
        "policy's producers sign");
  policy = {};
  policy.signed_by = {"ci@larchpine.example"};
  CHECK(refusal_of(sample(), policy, for_the_record).empty());
  CHECK(refusal_of(sample(), policy) ==
        "run run-1 is refused: not vouched for (unsigned), and the policy wants it signed by ci@larchpine.example");
  policy = {};
  policy.endpoints = {"*.openai.com"};
  CHECK(refusal_of(sample(), policy).empty());
  RunSample local = sample();
  local.header.provenance.endpoint = "127.0.0.1:8080";
  CHECK(refusal_of(local, policy) ==
        "run run-1 is refused: answered by 127.0.0.1:8080, which is none of the policy's endpoints");
}
