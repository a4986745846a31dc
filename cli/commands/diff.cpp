// `promptctl diff`: what changed between two contents of a prompt: text, scores case by case, times and costs.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/evaluate/missing_runs.hpp"
#include "cli/evaluate/run_pairs.hpp"
#include "cli/ledger/contents.hpp"
#include "cli/output/change_output.hpp"

namespace promptctl::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  bool evaluate = false;
  bool allow_drift = false;
  EvalOptions eval;
  FormOutput output;
};

Address address_after(const DiffOptions& options, const Address& before) {
  if (!options.after.empty()) {
    return read_address(options.after);
  }
  if (before.kind == Address::Kind::working_tree) {
    throw Failure("usage",
                  fmt::format("`{0}` is the working tree's prompt: there is nothing to compare it with", before.prompt),
                  fmt::format("name another content: promptctl diff {}@git:HEAD", before.prompt));
  }
  return {before.prompt};
}

ExitCode execute(const DiffOptions& options, Session& session) {
  check_form_output(options.output, change_forms(), session);
  const Address old_address = read_address(options.before);
  const Address new_address = address_after(options, old_address);
  EvalSession eval(session, options.eval);
  const auto before = read_content(old_address, eval.workspace, session.err);
  const auto after = read_content(new_address, eval.workspace, session.err);
  if (!before || !after) {
    return ExitCode::rejected;
  }
  if (options.evaluate) {
    const RunsEnd end = run_missing(eval, {{JudgedContent(old_address), JudgedContent(new_address)}, {}});
    if (end != RunsEnd::complete) {
      return end == RunsEnd::faulty ? ExitCode::rejected : ExitCode::interrupted;
    }
  }
  ChangeReport report{address_text(old_address),
                      address_text(new_address),
                      compare_contents(old_address, *before, new_address, *after),
                      {},
                      eval.trust_notes,
                      {}};
  const bool identical = before->digest == after->digest;
  const ComparedContents contents{before->digest, after->digest, options.allow_drift,
                                  most_cases(options.output, change_forms())};
  const bool comparable = identical || !has_runs(eval.workspace.root) || add_runs(eval.store, contents, report);
  write_changes({report}, options.output, session);
  if (!comparable) {
    throw Failure("not-comparable", "runs made under different conditions say nothing of the prompt",
                  "--eval makes new ones; --allow-drift compares them all the same");
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<DiffOptions>();
  options.argument("before", target->before, "NAME@production, NAME@12, NAME@git:REV, NAME");
  options.argument("after", target->after, "Another prompt or content of it; else the working tree's", false);
  options.flag("--eval", target->evaluate, "Make the runs that are missing first");
  options.flag("--offline", target->eval.offline, "With --eval: replies come from the suite's cassette or the cache");
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "With --eval: keep N calls to a provider in flight");
  declare_trust_options(options, target->eval.trust);
  options.flag("--allow-drift", target->allow_drift, "Compare runs of different datasets, suites or models too");
  declare_form_output(options, target->output, change_forms());
  options.example("promptctl diff support/triage@git:HEAD");
  options.example("promptctl diff support/triage@production support/triage@latest --eval --offline");
  return [target](Session& session) {
    target->eval.may_send = target->evaluate;
    return execute(*target, session);
  };
}

}  // namespace

const Command diff_command{"diff", "Show what changed between two contents of a prompt", declare};

}  // namespace promptctl::cli
