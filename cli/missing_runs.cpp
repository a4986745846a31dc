#include "cli/missing_runs.hpp"

#include <algorithm>
#include <iterator>

#include "cli/prompt_source.hpp"
#include "flow/eval_plan.hpp"
#include "flow/run_header.hpp"
#include "flow/selection.hpp"

namespace promptctl::cli {
namespace {

bool is_same_run(const RunHeader& header, const PreparedSuite& suite) {
  return header.prompt_digest == suite.prompt.digest && header.suite_id == suite.suite.id &&
         header.suite_digest == suite.suite.digest && header.dataset_digest == suite.dataset_digest &&
         header.targets == std::vector<std::string>{target_name(suite.targets.front())} &&
         header.repeat == suite.repeat && header.selection == selection_text({});
}

bool is_recorded(RunStore& store, const std::vector<RunHeader>& headers, const PreparedSuite& suite,
                 const WantedRuns& wanted) {
  return std::any_of(headers.begin(), headers.end(), [&](const RunHeader& header) {
    return is_same_run(header, suite) && (!wanted.is_usable || wanted.is_usable(header)) &&
           static_cast<long long>(store.answered(header.id).size()) >= header.planned;
  });
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

}  // namespace

RunsEnd run_missing(EvalSession& eval, const WantedRuns& wanted) {
  Diagnostics diagnostics;
  std::vector<PreparedSuite> missing;
  const std::vector<RunHeader> known = has_runs(eval.workspace.root) ? eval.store.list() : std::vector<RunHeader>();
  for (const JudgedContent& content : wanted.contents) {
    std::vector<PreparedSuite> suites = suites_of(eval, content, wanted, diagnostics);
    std::copy_if(std::make_move_iterator(suites.begin()), std::make_move_iterator(suites.end()),
                 std::back_inserter(missing),
                 [&](const PreparedSuite& suite) { return !is_recorded(eval.store, known, suite, wanted); });
  }
  print(diagnostics, eval.session.err);
  if (diagnostics.has_errors()) {
    return RunsEnd::faulty;
  }
  if (missing.empty()) {
    return RunsEnd::complete;
  }
  const FinishedRuns runs = run_suites(eval, missing, new_headers(eval, missing, {}, eval.session.clock.now()));
  return runs.interrupted ? RunsEnd::interrupted : RunsEnd::complete;
}

}  // namespace promptctl::cli
