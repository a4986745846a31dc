#include "cli/evaluate/judge_calibration.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/evaluate/missing_runs.hpp"
#include "judge/built_in_judges.hpp"
#include "judge/judge_shape.hpp"

namespace promptctl::cli {
namespace {

// The prompt that a judge is: by its name, or by its id.
std::string require_judge(const std::string& name, const Registry& registry) {
  for (const std::string& id : {judge_prompt_id(name), name}) {
    if (registry.has_prompt(id)) {
      return id;
    }
  }
  if (!built_in_judge_text(name).empty()) {
    throw Failure("unknown-judge", {}, fmt::format("the judge `{}` is built in, and no prompt of the registry", name),
                  fmt::format("promptctl judge add {} writes it there, with the same digest", name));
  }
  const std::vector<std::string>& ids = registry.prompt_ids();
  throw Failure("unknown-judge", {}, fmt::format("there is no judge `{}`", name),
                did_you_mean(judge_prompt_id(name), {ids.begin(), ids.end()}));
}

CalibrationReport report_of(EvalSession& eval, const SuiteRun& made) {
  Diagnostics reported_elsewhere;
  const auto shape = judge_shape(made.suite.prompt.renderer, reported_elsewhere);
  if (!shape) {
    throw Failure("unknown-judge", {}, fmt::format("`{}` is no judge", made.suite.suite.prompt),
                  "write `promptctl.judge: criterion`, or choice, scale or pairwise, into its file");
  }
  CalibrationReport report{made.header, shape->form, {}, 0, {}};
  std::vector<CalibrationCase> cases;
  eval.store.each_result(made.header.id, [&](const CaseResult& result) {
    const bool is_tuned_on = std::find(result.tags.begin(), result.tags.end(), tune_tag) != result.tags.end();
    for (const AssertionResult& one : result.score.assertions) {
      if (one.label.empty() || result.repeat > 1 || result.quarantined) {
        continue;
      }
      if (is_tuned_on) {
        ++report.left_out;
      } else {
        cases.push_back({one.label, one.said.empty() ? std::nullopt : std::optional(one.said), one.doubt});
      }
    }
  });
  if (cases.empty()) {
    throw Failure("no-label", whole_file(suite_path(made.suite.suite.id)), "no case says what people say of its reply",
                  "assert: [{type: verdict, value: \"{{expected}}\"}]");
  }
  report.calibration = calibrate(shape->form, shape->words, cases);
  return report;
}

}  // namespace

std::optional<std::vector<CalibrationReport>> calibrate_judge(const std::string& name, EvalSession& eval) {
  const std::string id = require_judge(name, eval.workspace.registry);
  WantedRuns wanted;
  Address address;
  address.prompt = id;
  wanted.contents = {JudgedContent(address)};
  wanted.suites = eval.options.suites;
  if (eval.options.no_cache) {
    wanted.is_usable = [now = eval.session.clock.now()](const RunHeader& header) { return header.started >= now; };
  }
  if (run_missing(eval, wanted) != RunsEnd::complete) {
    return std::nullopt;
  }
  std::vector<CalibrationReport> reports;
  for (const SuiteRun& made : find_runs(eval, wanted)) {
    reports.push_back(report_of(eval, made));
  }
  if (reports.empty()) {
    throw Failure("no-calibration", {}, fmt::format("no run of a suite on the judge `{}` is complete", name),
                  "some calls gave no answer: promptctl runs list, promptctl eval --resume");
  }
  return reports;
}

}  // namespace promptctl::cli
