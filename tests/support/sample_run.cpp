#include "tests/support/sample_run.hpp"

#include <fmt/format.h>

#include "base/utc.hpp"
#include "evidence/evidence.hpp"
#include "evidence/evidence_check.hpp"

namespace promptctl::testing {
namespace {

std::string digest(char digit) {
  return std::string(64, digit);
}

RunHeader sample_header() {
  RunHeader header;
  header.id = "20260102-030405-a3f90b1c";
  header.tool = "0.1.0";
  header.prompt_id = "support/triage";
  header.prompt_address = "support/triage@git:HEAD";
  header.prompt_digest = digest('a');
  header.suite_id = "triage";
  header.suite_digest = digest('b');
  header.dataset_digest = digest('c');
  header.dataset_cases = 9;
  header.planned = 8;
  header.targets = {"openai/gpt-4o-mini"};
  header.repeat = 2;
  header.tolerated_errors = 0.3;
  header.selection = R"({"tags":["de"]})";
  header.commit = std::string(40, 'd');
  header.uncommitted = {"prompts/a.prompt"};
  header.offline = true;
  header.reducer = Reducer::any;
  header.provenance = {"Zoë <zoe@x.example>",
                       "https://ci.example/1",
                       "2",
                       true,
                       "api.example.com",
                       digest('e'),
                       {{"production", digest('0')}, {"staging", digest('1')}}};
  header.provenance.trust_head = "base_url, api_key";
  header.started = parse_utc("2026-01-02T03:04:05Z").value();
  return header;
}

}  // namespace

RunSample sample_run() {
  RunSample run;
  run.header = sample_header();
  run.groups = {"", "ticket-1"};
  run.tags = {"billing", "de"};
  run.metrics = {"speed", "tone"};
  run.cases = {{"a \"quoted\" ü", 1'234'567, 0.1 + 0.2, 1, 1, 1, 0, 2, 0, true, false},
               {"b", 0, 1.0 / 3, 0, 0, 2, 0, 0, 1, false, false},
               {"c", 0, 0, 1, 0, 0, 2, 0, 0, false, false},
               {"d", 5, 1, 0, 2, 0, 0, 1, 1, false, true}};
  run.tagged = {{0, 0}, {0, 1}, {3, 1}};
  run.measured = {{0, 0, 1e-17}, {0, 1, 1}, {1, 1, 0.7}};
  run.calls = {{0, 812.4F, 33.1F}, {0, 900.125F, -1}, {1, 1e10F, -1}, {3, 0.1F, 0.0F}, {3, 1.0F / 3, 1e-5F}};
  run.replayed = 3;
  run.model = "gpt-4o-mini-2024-07-18";
  return run;
}

RunSample large_sample_run(std::size_t count) {
  RunSample run = sample_run();
  run.header.planned = static_cast<long long>(count) * 3;
  run.header.repeat = 3;
  run.cases.clear();
  run.tagged.clear();
  run.measured.clear();
  run.calls.clear();
  for (std::size_t index = 0; index < count; ++index) {
    const auto place = static_cast<std::uint32_t>(index);
    run.cases.push_back({fmt::format("case-{:06}", index), 37'500'000, 0.75, 0, 3, 0, 0, 3, 0, false, false});
    run.tagged.push_back({place, place % 2});
    run.measured.push_back({place, 0, 0.5});
    run.measured.push_back({place, 1, 0.9});
    run.calls.insert(run.calls.end(), 3, {place, 812.4F, 101.25F});
  }
  return run;
}

RunSummary summary_of(const RunSample& sample) {
  const SampleCounts counts = counts_of(sample);
  RunSummary summary;
  summary.cases = counts.cases;
  summary.passed = counts.passed;
  summary.failed = counts.failed;
  summary.errors = counts.errors;
  summary.quarantined = counts.quarantined;
  summary.missing = counts.missing;
  const bool has_verdict = counts.missing == 0 && counts.passed + counts.failed > 0;
  summary.verdict = !has_verdict ? Verdict::error : counts.failed > 0 ? Verdict::rejected : Verdict::accepted;
  if (const auto rate = counts.pass_rate) {
    summary.pass_rate = Interval{*rate, 0, 1};
  }
  return summary;
}

std::string statement_text(const std::string& bundle_digest) {
  RunSample run = sample_run();
  run.header.prompt_digest = bundle_digest;
  return evidence_text(run, summary_of(run));
}

}  // namespace promptctl::testing
