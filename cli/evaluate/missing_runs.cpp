#include "cli/evaluate/missing_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "cli/ledger/prompt_source.hpp"
#include "dataset/selection.hpp"
#include "eval/eval_plan.hpp"
#include "eval/run_header.hpp"

namespace promptctl::cli {
namespace {

bool is_same_run(const RunHeader& header, const PreparedSuite& suite) {
  return header.prompt_digest == suite.prompt.digest && header.suite_id == suite.suite.id &&
         header.suite_digest == suite.suite.digest && header.dataset_digest == suite.dataset_digest &&
         header.targets == std::vector<std::string>{target_name(suite.targets.front())} &&
         header.repeat == suite.repeat && header.selection == selection_text({});
}

// The newest of the headers that is a complete run of the suite; none where there is none.
std::optional<RunHeader> recorded_run(RunStore& store, const std::vector<RunHeader>& headers,
                                      const PreparedSuite& suite, const WantedRuns& wanted) {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const RunHeader& header) {
    return is_same_run(header, suite) && (!wanted.is_usable || wanted.is_usable(header)) &&
           static_cast<long long>(store.answered(header.id).size()) >= header.planned;
  });
  return found == headers.end() ? std::nullopt : std::optional(*found);
}

std::vector<PreparedSuite> suites_of(EvalSession& eval, const JudgedContent& judged, const WantedRuns& wanted,
                                     Diagnostics& diagnostics) {
  EvalChoice choice{{judged.prompt}, wanted.suites, {}};
  choice.options.now = eval.session.clock.now();
  choice.options.offline = eval.offline;
  choice.options.prices = &eval.workspace.prices;
  take_prompt_from(judged.content, eval.workspace, choice.options);
  return one_target_each(prepare_suites(eval.workspace.registry, eval.project, choice, diagnostics));
}

// What kept a run from getting any answer; none when something was answered, or nothing needed to be asked. What is not
// on a cassette, or beyond a budget, is no fault of the set-up: the decision weighs it.
std::optional<ProviderError> silence_of(const RunReport& run) {
  using Kind = ProviderError::Kind;
  std::optional<ProviderError> cause;
  bool answered = false;
  run.each_result([&](const CaseResult& result) {
    answered = answered || (result.response && !result.replayed);
    const bool is_fault = result.error && result.error->kind != Kind::not_recorded &&
                          result.error->kind != Kind::over_budget && result.error->kind != Kind::interrupted;
    if (is_fault && !cause) {
      cause = result.error;
    }
  });
  return answered ? std::nullopt : cause;
}

// Throws `Failure` (`no-answer`) for a run that says nothing of its content, because nobody could be asked.
void require_answers(const std::vector<RunReport>& runs) {
  for (const RunReport& run : runs) {
    if (const auto cause = silence_of(run)) {
      throw Failure("no-answer",
                    fmt::format("{} answered nothing in run {}: {}: {}", run.header.targets.front(), run.header.id,
                                error_kind_name(cause->kind), cause->message),
                    "this says nothing of the prompt: mend it, and run it again");
    }
  }
}

}  // namespace

RunsEnd run_missing(EvalSession& eval, const WantedRuns& wanted) {
  Diagnostics diagnostics;
  std::vector<PreparedSuite> missing;
  const std::vector<RunHeader> known = has_runs(eval.workspace.root) ? eval.store.list() : std::vector<RunHeader>();
  for (const JudgedContent& content : wanted.contents) {
    std::vector<PreparedSuite> suites = suites_of(eval, content, wanted, diagnostics);
    std::copy_if(std::make_move_iterator(suites.begin()), std::make_move_iterator(suites.end()),
                 std::back_inserter(missing),
                 [&](const PreparedSuite& suite) { return !recorded_run(eval.store, known, suite, wanted); });
  }
  print(diagnostics, eval.session.err);
  if (diagnostics.has_errors()) {
    return RunsEnd::faulty;
  }
  if (missing.empty()) {
    return RunsEnd::complete;
  }
  const FinishedRuns runs = run_suites(eval, missing, new_headers(eval, missing, {}, eval.session.clock.now()));
  if (!runs.interrupted) {
    require_answers(runs.reports);
  }
  return runs.interrupted ? RunsEnd::interrupted : RunsEnd::complete;
}

std::vector<SuiteRun> find_runs(EvalSession& eval, const WantedRuns& wanted) {
  Diagnostics reported_before;
  std::vector<SuiteRun> found;
  const std::vector<RunHeader> known = has_runs(eval.workspace.root) ? eval.store.list() : std::vector<RunHeader>();
  for (const JudgedContent& content : wanted.contents) {
    for (PreparedSuite& suite : suites_of(eval, content, wanted, reported_before)) {
      if (const auto header = recorded_run(eval.store, known, suite, wanted)) {
        found.push_back({std::move(suite), *header});
      }
    }
  }
  return found;
}

}  // namespace promptctl::cli
