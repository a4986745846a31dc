// `promptctl eval`: runs suites and judges the replies.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/report_output.hpp"
#include "cli/version.hpp"
#include "cli/workspace.hpp"
#include "flow/cassette.hpp"
#include "flow/eval_plan.hpp"
#include "flow/evaluation.hpp"
#include "flow/run_header.hpp"
#include "world/git_repository.hpp"
#include "world/http_model_client.hpp"
#include "world/sqlite_response_cache.hpp"
#include "world/terminal_progress.hpp"

namespace promptctl::cli {
namespace {

struct EvalOptions {
  std::vector<std::string> addresses;
  std::vector<std::string> suites;
  std::vector<std::string> targets;
  std::vector<std::string> tags;
  std::string filter;
  std::optional<long long> first, sample, seed, repeat, jobs;
  bool offline = false, no_cache = false, dry_run = false;
  std::string record;
  std::optional<std::string> resume;
  ReportOptions report;
};

// What all runs of one command share.
struct EvalSession {
  Session& session;
  const EvalOptions& options;
  Workspace workspace;
  SqliteRunStore store;
  Project project;
  std::unique_ptr<HttpModelClient> client;
  std::unique_ptr<SqliteResponseCache> cache;
  std::unique_ptr<Progress> progress;
  Cassette recorded;
  bool recorded_all = true;

  EvalSession(Session& world, const EvalOptions& given)
      : session(world), options(given), workspace(world), store(state_path(workspace.root, "runs.db")) {}
};

std::vector<Target> read_targets(const std::vector<std::string>& names) {
  std::vector<Target> targets;
  for (const std::string& name : names) {
    const auto target = find_target(name);
    if (!target) {
      throw Failure("bad-target", fmt::format("`--target {}` names no provider", name),
                    "write provider/model: openai/gpt-4o-mini");
    }
    targets.push_back(*target);
  }
  return targets;
}

SuiteOptions suite_options(const EvalOptions& options) {
  SuiteOptions suite;
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

void require_no_choice(const EvalOptions& options) {
  const bool chosen = !options.addresses.empty() || !options.suites.empty() || !options.targets.empty() ||
                      !suite_options(options).selection.empty() || options.repeat || options.dry_run;
  if (chosen) {
    throw Failure("usage", "--resume takes prompt, suite, models and cases from the run it goes on with",
                  "leave out what chooses among them");
  }
}

void open_world(EvalSession& eval) {
  if (eval.options.jobs) {
    for (auto& [name, provider] : eval.project.providers) {
      provider.concurrency = static_cast<int>(*eval.options.jobs);
    }
  }
  if (!eval.options.offline) {
    eval.client = std::make_unique<HttpModelClient>(eval.project, eval.session.environment, eval.session.clock,
                                                    eval.session.seed);
  }
  if (!eval.options.no_cache) {
    eval.cache = std::make_unique<SqliteResponseCache>(state_path(eval.workspace.root, "cache.db"));
  }
  if (eval.session.quiet) {
    eval.progress = std::make_unique<NoProgress>();
  } else {
    eval.progress = std::make_unique<TerminalProgress>(eval.session.err, eval.session.clock,
                                                       eval.session.err_is_terminal, eval.session.width);
  }
}

// The replies of a run, as they are in the store, onto the cassette that --record writes.
void record_replies(EvalSession& eval, const RunHeader& header) {
  eval.store.each_result(header.id, [&eval](const CaseResult& result) {
    const bool called = !result.request_digest.empty();
    if (called && result.response) {
      eval.recorded.put(result.request_digest, *result.response);
    }
    eval.recorded_all = eval.recorded_all && (!called || result.response);
  });
}

EvaluationEnd run_one(EvalSession& eval, const PreparedSuite& prepared, const RunHeader& header, bool resumed) {
  Diagnostics faults;
  Cassette cassette;
  EvaluationPorts ports{eval.client.get(),        {}, eval.cache.get(), eval.store, eval.session.clock, *eval.progress,
                        eval.session.interruption};
  if (eval.options.offline) {
    cassette = Cassette::read(eval.workspace.files, cassette_path(prepared.suite.id), faults);
    ports.replays.push_back(&cassette);
  }
  if (eval.cache) {
    ports.replays.push_back(eval.cache.get());
  }
  print(faults, eval.session.err);
  std::set<RunStore::Key> answered;
  if (resumed) {
    answered = eval.store.answered(header.id);
  } else {
    eval.store.begin(header);
  }
  const EvaluationEnd end = evaluate(eval.workspace.registry, eval.project, prepared, header, answered, ports);
  if (!eval.options.record.empty()) {
    record_replies(eval, header);
    eval.recorded_all = eval.recorded_all && !end.interrupted;
  }
  return end;
}

// A cassette of a whole run holds just its replies; one of a part is added to what was there.
void write_cassette(EvalSession& eval) {
  const std::string& path = eval.options.record;
  const std::filesystem::path file = in_session(eval.session, path);
  if (!eval.recorded_all) {
    Diagnostics faults;
    const DiskFiles files(file.parent_path());
    Cassette earlier = Cassette::read(files, file.filename().string(), faults);
    earlier.put_all(eval.recorded);
    eval.recorded = earlier;
  }
  write_file_atomically(file, eval.recorded.text(), path);
  if (!eval.session.quiet) {
    eval.session.err << fmt::format("recorded {} in {}\n", counted(eval.recorded.size(), "reply", "replies"), path);
  }
}

ExitCode exit_code(const std::vector<RunReport>& runs) {
  ExitCode code = ExitCode::accepted;
  for (const RunReport& run : runs) {
    if (run.summary.verdict == Verdict::error) {
      return ExitCode::could_not_tell;
    }
    code = run.summary.verdict == Verdict::rejected ? ExitCode::rejected : code;
  }
  return code;
}

void tell_how_to_resume(const EvalSession& eval, const RunHeader& header, const ProgressState& state) {
  eval.session.err << fmt::format("interrupted: {} of {} results are kept; go on with: promptctl eval --resume {}\n",
                                  state.done, state.planned, header.id);
}

ExitCode run_all(EvalSession& eval, const std::vector<PreparedSuite>& suites, const std::vector<RunHeader>& headers) {
  const bool resumed = eval.options.resume.has_value();
  std::vector<RunReport> reports;
  bool interrupted = false;
  for (std::size_t at = 0; at < suites.size() && !interrupted; ++at) {
    const EvaluationEnd end = run_one(eval, suites[at], headers[at], resumed);
    reports.push_back(make_report(eval.store, headers[at]));
    interrupted = end.interrupted;
    if (interrupted) {
      tell_how_to_resume(eval, headers[at], end.state);
    }
  }
  if (!eval.options.record.empty()) {
    write_cassette(eval);
  }
  write_reports(reports, eval.options.report, eval.session);
  return interrupted ? ExitCode::interrupted : exit_code(reports);
}

ExitCode resume(EvalSession& eval, const std::string& run) {
  require_no_choice(eval.options);
  const RunHeader header = find_run(eval.store, run.empty() ? "latest" : run);
  SuiteOptions options;
  options.selection = read_selection(header.selection);
  options.targets = read_targets(header.targets);
  options.repeat = header.repeat;
  Diagnostics diagnostics;
  auto prepared = prepare_suite(eval.workspace.registry, header.suite_id, eval.project, options, diagnostics);
  print(diagnostics, eval.session.err);
  if (!prepared) {
    return ExitCode::rejected;
  }
  require_same_content(header, *prepared);
  std::vector<PreparedSuite> suites;
  suites.push_back(std::move(*prepared));
  return run_all(eval, suites, {header});
}

ExitCode start(EvalSession& eval, Diagnostics& diagnostics) {
  const EvalChoice choice{eval.options.addresses, eval.options.suites, suite_options(eval.options)};
  const std::vector<PreparedSuite> suites = prepare_suites(eval.workspace.registry, eval.project, choice, diagnostics);
  print(diagnostics, eval.session.err);
  if (diagnostics.has_errors()) {
    return ExitCode::rejected;
  }
  require_cases(suites);
  if (eval.options.dry_run) {
    for (const PreparedSuite& suite : suites) {
      eval.session.out << describe(estimate(eval.workspace.registry, eval.project, suite));
    }
    return ExitCode::accepted;
  }
  RunOrigin origin{
      version(),        {}, eval.options.offline, GitRepository(eval.workspace.root).state(), eval.session.clock.now(),
      eval.session.seed};
  std::vector<RunHeader> headers;
  for (const PreparedSuite& suite : suites) {
    origin.address = suite.suite.prompt;
    headers.push_back(make_header(suite, choice.options.selection, origin));
    ++origin.seed;
  }
  return run_all(eval, suites, headers);
}

ExitCode execute(const EvalOptions& options, Session& session) {
  check_report_options(options.report);
  EvalSession eval(session, options);
  Diagnostics diagnostics;
  eval.project = eval.workspace.registry.read_project(diagnostics);
  open_world(eval);
  if (options.resume) {
    return resume(eval, *options.resume);
  }
  return start(eval, diagnostics);
}

void declare_choice(Options& options, EvalOptions& target) {
  options.arguments("prompts", target.addresses, "Prompts to evaluate, by every suite that judges them (all)");
  options.texts("--suite", "SUITE", target.suites, "Run this suite only");
  options.texts("--target", "MODEL", target.targets, "Ask this model, not those of the suite: provider/model");
  options.text("--filter", "REGEX", target.filter, "Run the cases whose id matches");
  options.texts("--tag", "TAG", target.tags, "Run the cases with this tag");
  options.number("--first", target.first, 1, "Run the first N cases that fit");
  options.number("--sample", target.sample, 1, "Run N cases that fit, drawn by --seed");
  options.number("--seed", target.seed, 0, "Seed of --sample (0)");
  options.number("--repeat", target.repeat, 1, "Ask each case N times");
}

void declare_running(Options& options, EvalOptions& target) {
  options.number("-j,--jobs", target.jobs, 1, "Keep N calls to a provider in flight");
  options.flag("--offline", target.offline, "Open no socket: replies come from the suite's cassette or the cache");
  options.flag("--no-cache", target.no_cache, "Neither read nor keep replies in the cache");
  options.text("--record", "FILE", target.record, "Write the replies to a cassette");
  options.flag("--dry-run", target.dry_run, "Show what would be run and what it may cost, and run nothing");
  options.optional_text("--resume", "RUN", target.resume, "Go on with a run that was stopped (the latest)");
}

Action declare(Options& options) {
  const auto target = std::make_shared<EvalOptions>();
  declare_choice(options, *target);
  declare_running(options, *target);
  declare_report_options(options, target->report);
  options.example("promptctl eval support/triage --offline");
  options.example("promptctl eval --tag de --target openai/gpt-4o -j 32 -o report.json -o junit.xml");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command eval_command{"eval", "Run suites and judge the replies", declare};

}  // namespace promptctl::cli
