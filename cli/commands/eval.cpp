// `promptctl eval`: runs suites and judges the replies.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/eval_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/rendering.hpp"
#include "eval/eval_plan.hpp"
#include "run/run_conditions.hpp"

namespace promptctl::cli {
namespace {

std::vector<Target> read_targets(const std::vector<std::string>& names) {
  std::vector<Target> targets;
  for (const std::string& name : names) {
    const Target target = read_target(name);
    if (std::find(targets.begin(), targets.end(), target) == targets.end()) {
      targets.push_back(target);
    }
  }
  return targets;
}

SuiteOptions suite_options(const EvalOptions& options, const Session& session) {
  SuiteOptions suite;
  suite.now = session.clock.now();
  suite.offline = options.offline;
  suite.targets = read_targets(options.targets);
  suite.selection.filter = options.filter;
  suite.selection.tags = options.tags;
  suite.selection.first = options.first;
  suite.selection.sample = options.sample;
  suite.selection.seed = static_cast<std::uint64_t>(options.seed.value_or(0));
  if (options.repeat) {
    suite.repeat = static_cast<int>(*options.repeat);
  }
  return suite;
}

void require_no_choice(const EvalOptions& options, const Session& session) {
  const bool chosen = !options.addresses.empty() || !options.suites.empty() || !options.targets.empty() ||
                      !suite_options(options, session).selection.empty() || options.repeat || options.dry_run;
  if (chosen) {
    throw Failure("usage", "--resume takes prompt, suite, models and cases from the run it goes on with",
                  "leave out what chooses among them");
  }
}

ExitCode resume(EvalSession& eval, const std::string& run, Diagnostics& diagnostics) {
  require_no_choice(eval.options, eval.session);
  if (!has_runs(eval.workspace.root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "start one without --resume");
  }
  const RunHeader header = find_run(eval.store, run.empty() ? "latest" : run);
  SuiteOptions options;
  options.now = eval.session.clock.now();
  options.prices = &eval.workspace.prices;
  options.selection = read_selection(header.selection);
  options.targets = read_targets(header.targets);
  options.repeat = header.repeat;
  take_prompt_from(read_address(header.prompt_address), eval.workspace, options);
  eval.offline = eval.offline || header.offline;  // What began without a call goes on without one.
  options.offline = eval.offline;
  auto prepared = prepare_suite(eval.workspace.registry, header.suite_id, eval.project, options, diagnostics);
  print(diagnostics, eval.session.err);
  if (!prepared || diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  std::vector<PreparedSuite> suites;
  suites.push_back(std::move(*prepared));
  require_same_conditions(header, new_headers(eval, suites, options.selection, header.started).front());
  return run_all(eval, suites, {header});
}

std::vector<std::string> distinct(const std::vector<std::string>& names) {
  std::vector<std::string> once;
  for (const std::string& name : names) {
    if (std::find(once.begin(), once.end(), name) == once.end()) {
      once.push_back(name);
    }
  }
  return once;
}

// The suites of every prompt named: those of the working tree together, then those of each commit.
std::vector<PreparedSuite> choose(EvalSession& eval, Diagnostics& diagnostics) {
  EvalChoice choice{{}, distinct(eval.options.suites), suite_options(eval.options, eval.session)};
  choice.options.prices = &eval.workspace.prices;
  std::vector<PreparedSuite> suites;
  for (const std::string& text : eval.options.addresses) {
    const Address address = read_address(text);
    if (address.kind == Address::Kind::working_tree) {
      choice.prompts.push_back(address.prompt);
      continue;
    }
    EvalChoice of_commit{{address.prompt}, choice.suites, choice.options};
    take_prompt_from(address, eval.workspace, of_commit.options);
    for (PreparedSuite& suite : prepare_suites(eval.workspace.registry, eval.project, of_commit, diagnostics)) {
      suites.push_back(std::move(suite));
    }
  }
  if (eval.options.addresses.empty() || !choice.prompts.empty()) {
    std::vector<PreparedSuite> here = prepare_suites(eval.workspace.registry, eval.project, choice, diagnostics);
    std::move(suites.begin(), suites.end(), std::back_inserter(here));
    return here;
  }
  return suites;
}

ExitCode start(EvalSession& eval, Diagnostics& diagnostics) {
  std::vector<PreparedSuite> suites = choose(eval, diagnostics);
  print(diagnostics, eval.session.err);
  if (diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  const std::vector<std::string> empty = leave_out_empty(suites);
  if (!empty.empty() && !eval.session.quiet) {
    eval.session.err << fmt::format("left out, as no case fits the options: {}\n", join(empty, ", "));
  }
  if (eval.options.dry_run) {
    for (const PreparedSuite& suite : suites) {
      const TargetPrices prices =
          eval.workspace.prices.find_all(all_targets(suite), eval.project, eval.session.clock.now());
      eval.session.out << describe(estimate(eval.workspace.registry, prices, suite));
    }
    return ExitCode::accepted;
  }
  suites = one_target_each(suites);
  return run_all(
      eval, suites,
      new_headers(eval, suites, suite_options(eval.options, eval.session).selection, eval.session.clock.now()));
}

ExitCode execute(const EvalOptions& options, Session& session) {
  check_form_output(options.report, run_forms(), session);
  EvalSession eval(session, options);
  Diagnostics diagnostics = eval.warnings;
  if (options.resume) {
    return resume(eval, *options.resume, diagnostics);
  }
  return start(eval, diagnostics);
}

void declare_choice(Options& options, EvalOptions& target) {
  options.arguments("prompts", target.addresses,
                    "Prompts to evaluate, by every suite that judges them (all); NAME@git:REV is a commit's");
  options.texts("--suite", "SUITE", target.suites, "Run this suite only");
  options.texts("--target", "MODEL", target.targets, "Ask this model, not those of the suite: provider/model");
  options.text("--filter", "REGEX", target.filter, "Run the cases whose id matches");
  options.texts("--tag", "TAG", target.tags, "Run the cases with this tag");
  options.number("--first", target.first, {1}, "Run the first N cases that fit");
  options.number("--sample", target.sample, {1}, "Run N cases that fit, drawn by --seed");
  options.number("--seed", target.seed, {0}, "Seed of --sample (0)");
  options.number("--repeat", target.repeat, {1, 1000}, "Ask each case N times");
}

void declare_running(Options& options, EvalOptions& target) {
  options.number("-j,--jobs", target.jobs, {1, 4096}, "Keep N calls to a provider in flight");
  options.flag("--offline", target.offline, "Open no socket: replies come from the suite's cassette or the cache");
  options.flag("--no-cache", target.no_cache, "Neither read nor keep replies in the cache");
  options.text("--record", "FILE", target.record, "Write the replies to a cassette");
  declare_trust_options(options, target.trust);
  options.flag("--dry-run", target.dry_run, "Show what would be run and what it may cost, and run nothing");
  options.optional_text("--resume", "RUN", target.resume, "Go on with a run that was stopped (the latest)");
}

Action declare(Options& options) {
  const auto target = std::make_shared<EvalOptions>();
  declare_choice(options, *target);
  declare_running(options, *target);
  declare_form_output(options, target->report, run_forms());
  declare_signing(options, target->report);
  options.example("promptctl eval support/triage --offline");
  options.example("promptctl eval --tag de --target openai/gpt-4o -j 32 -o report.json -o junit.xml");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command eval_command{"eval", "Run suites and judge the replies", declare};

}  // namespace promptctl::cli
