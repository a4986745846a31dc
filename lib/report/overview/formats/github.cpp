// `github`: annotations in GitHub Actions, one of each run and one of each critical case that the last one lost.

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "report/change/change_report.hpp"
#include "report/overview/formats.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/text/annotations.hpp"

namespace promptctl {
namespace {

std::string figures_text(const RunReport& run, const Topics& topics) {
  std::vector<std::string> texts{run.summary.verdict_reason};
  if (topics.quality) {
    texts.push_back(fmt::format("pass rate {}", pass_rate_text(run.summary)));
  }
  if (topics.cost && run.costs.mean) {
    texts.push_back(fmt::format("{} a call", money_text(run.costs.mean->mean)));
  }
  if (topics.quality && run.summary.errors > 0) {
    texts.push_back(counted(run.summary.errors, "case without a verdict", "cases without a verdict"));
  }
  if (topics.latency && run.times.total_ms) {
    const auto& p95 = run.times.total_ms->p95.value;
    texts.push_back(fmt::format("p95 {}", p95 ? milliseconds_text(*p95) : "timed out"));
  }
  if (topics.latency && run.times.timeouts > 0) {
    texts.push_back(fmt::format("{} timed out", counted(run.times.timeouts, "call")));
  }
  return join(texts, "; ");
}

void add_run(const RunReport& run, const Topics& topics, const ReportStyle& style, Annotations& all) {
  const Annotation one{style.file_of(run.header.prompt_id),
                       fmt::format("{}: {}", verdict_name(run.summary.verdict), run_title(run)),
                       figures_text(run, topics)};
  (run.summary.verdict == Verdict::accepted ? all.notices : all.errors).push_back(one);
  for (const UnpricedCalls& unknown : topics.cost ? run.costs.unknown : std::vector<UnpricedCalls>()) {
    all.warnings.push_back({one.file, fmt::format("cost unknown: {}", unknown.target),
                            fmt::format("{} without a price or without a count of tokens: add it under `prices:` in "
                                        "promptctl.yaml",
                                        counted(unknown.calls, "call"))});
  }
}

void add_critical(const RunReport& run, const ReportStyle& style, Annotations& all) {
  const std::string file = style.file_of(run.header.prompt_id);
  run.each_result([&](const CaseResult& result) {
    if (result.critical && !result.quarantined && result.passed() == false) {
      all.errors.push_back(
          {file, fmt::format("critical case failed: {}", result.case_id), join(failings(result.score), "; ")});
    }
  });
}

void write(const Overview& overview, const ReportStyle& style, std::ostream& out) {
  Annotations all;
  for (const RunReport& run : overview.runs) {
    add_run(run, overview.topics, style, all);
  }
  if (overview.topics.quality) {
    add_critical(overview.runs.back(), style, all);
  }
  for (const std::string& note : overview.notes) {
    all.warnings.push_back({"", "note", note});
  }
  write_annotations(all, out);
  find_change_format("github")->write(overview.changes, style, out);
}

}  // namespace

const OverviewFormat github_overview{"github", "annotations in GitHub Actions", write, spelled_as_meant};

}  // namespace promptctl
