// `promptctl grade`: judges the replies of a recorded run again.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/evaluate/eval_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/rendering.hpp"
#include "eval/eval_plan.hpp"

namespace promptctl::cli {
namespace {

struct GradeOptions {
  std::string run = "latest";
  EvalOptions eval;
};

// Throws `Failure` (`grade-mismatch`) where the replies are not those of the prompt as it is now.
void require_same_prompt(const RunHeader& header, const PreparedSuite& prepared) {
  if (header.prompt_digest != prepared.prompt.digest) {
    throw Failure("grade-mismatch", {},
                  fmt::format("run {} is of another content of {} than there is now", header.id, header.prompt_address),
                  "replies are judged with the prompt that they answer: put it back, or evaluate the new one");
  }
}

ExitCode execute(const GradeOptions& options, Session& session) {
  check_form_output(options.eval.report, run_forms(), session);
  EvalSession eval(session, options.eval);
  if (!has_runs(eval.workspace.root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "promptctl eval records one");
  }
  eval.graded = find_run(eval.store, options.run);
  const RunHeader& header = *eval.graded;
  SuiteOptions suite;
  suite.now = session.clock.now();
  suite.prices = &eval.workspace.prices;
  suite.selection = read_selection(header.selection);
  for (const std::string& target : header.targets) {
    suite.targets.push_back(read_target(target));
  }
  suite.repeat = header.repeat;
  suite.offline = eval.offline;
  take_prompt_from(read_address(header.prompt_address), eval.workspace, suite);
  Diagnostics diagnostics = eval.warnings;
  auto prepared = prepare_suite(eval.workspace.registry, header.suite_id, eval.project, suite, diagnostics);
  print(diagnostics, session.err);
  if (!prepared || diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  require_same_prompt(header, *prepared);
  std::vector<PreparedSuite> suites;
  suites.push_back(std::move(*prepared));
  return run_all(eval, suites, new_headers(eval, suites, suite.selection, session.clock.now()));
}

Action declare(Options& options) {
  const auto target = std::make_shared<GradeOptions>();
  options.argument("run", target->run, "Its id, the start of it, or `latest` (latest)", false);
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "Keep N calls to a provider in flight");
  options.flag("--offline", target->eval.offline,
               "Open no socket: verdicts come from the run, the cassette or the cache");
  options.flag("--no-cache", target->eval.no_cache, "Ask judges anew, whatever they said before");
  options.text("--record", "FILE", target->eval.record, "Write replies and verdicts to a cassette");
  declare_trust_options(options, target->eval.trust);
  declare_form_output(options, target->eval.report, run_forms());
  options.example("promptctl grade latest");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command grade_command{"grade", "Judge the replies of a recorded run again, asking for none", declare};

}  // namespace promptctl::cli
