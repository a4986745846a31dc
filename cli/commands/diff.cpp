// `promptctl diff`: what changed between two contents of a prompt: text, scores case by case, times and costs.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "cli/change_output.hpp"
#include "cli/commands.hpp"
#include "cli/contents.hpp"
#include "cli/missing_runs.hpp"
#include "compare/compare.hpp"
#include "flow/run_changes.hpp"

namespace promptctl::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  bool evaluate = false;
  bool allow_drift = false;
  EvalOptions eval;
  ChangeOutput output;
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

std::string drift_text(const RunPair& pair) {
  constexpr std::size_t shown = 12;
  std::vector<std::string> texts;
  for (const Drift& drift : pair.drift) {
    texts.push_back(
        fmt::format("the {} ({}, then {})", drift.what, drift.before.substr(0, shown), drift.after.substr(0, shown)));
  }
  return join(texts, ", ");
}

// What a suite lacks to be compared; empty when nothing.
std::string obstacle(const RunPair& pair, const ChangeReport& report, bool allow_drift) {
  const std::string& missing = pair.before ? report.after : report.before;
  if (!pair.before || !pair.after) {
    return fmt::format("no run of {} on {} with {}: --eval makes it", missing, pair.suite, pair.target);
  }
  return pair.drift.empty() || allow_drift ? ""
                                           : fmt::format("{} with {} can't be compared: between the runs differ {}",
                                                         pair.suite, pair.target, drift_text(pair));
}

// False when runs are there that must not be compared.
bool add_runs(RunStore& store, const DiffOptions& options, ChangeReport& report) {
  bool comparable = true;
  for (const RunPair& pair : pair_runs(store, report.content->before.digest, report.content->after.digest)) {
    if (std::string note = obstacle(pair, report, options.allow_drift); !note.empty()) {
      comparable = comparable && pair.drift.empty();
      report.notes.push_back(std::move(note));
      continue;
    }
    SuiteChange change;
    change.comparison = compare(sample_of(store, *pair.before), sample_of(store, *pair.after));
    change.replies = reply_changes(store, change.comparison, most_cases(options.output));
    report.suites.push_back(std::move(change));
  }
  return comparable;
}

ExitCode execute(const DiffOptions& options, Session& session) {
  check_change_output(options.output, session);
  const Address old_address = read_address(options.before);
  const Address new_address = address_after(options, old_address);
  EvalSession eval(session, options.eval);
  const auto before = read_content(old_address, eval.workspace, session.err);
  const auto after = read_content(new_address, eval.workspace, session.err);
  if (!before || !after) {
    return ExitCode::rejected;
  }
  if (options.evaluate) {
    Diagnostics diagnostics;
    eval.project = eval.workspace.registry.read_project(diagnostics);
    const RunsEnd end = run_missing(eval, {{old_address, new_address}, {}});
    if (end != RunsEnd::complete) {
      return end == RunsEnd::faulty ? ExitCode::rejected : ExitCode::interrupted;
    }
  }
  ChangeReport report{address_text(old_address),
                      address_text(new_address),
                      compare_contents(old_address, *before, new_address, *after),
                      {},
                      {},
                      {}};
  const bool identical = before->digest == after->digest;
  const bool comparable = identical || !has_runs(eval.workspace.root) || add_runs(eval.store, options, report);
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
  options.flag("--allow-drift", target->allow_drift, "Compare runs of different datasets, suites or models too");
  declare_change_output(options, target->output);
  options.example("promptctl diff support/triage@git:HEAD");
  options.example("promptctl diff support/triage@production support/triage@latest --eval --offline");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command diff_command{"diff", "Show what changed between two contents of a prompt", declare};

}  // namespace promptctl::cli
