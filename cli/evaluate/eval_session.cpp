#include "cli/evaluate/eval_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <stdexcept>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "cli/evaluate/report_subjects.hpp"
#include "cli/line/version.hpp"
#include "cli/workspace/provenance.hpp"
#include "eval/evaluation.hpp"
#include "eval/run_header.hpp"
#include "provider/destination_check.hpp"
#include "provider/reply_places.hpp"
#include "provider/variables.hpp"
#include "world/system/terminal_progress.hpp"

namespace promptctl::cli {
namespace {

// The replies of a run, as they are in the store, onto the cassette that --record writes.
void record_replies(EvalSession& eval, const RunHeader& header) {
  eval.store.each_result(header.id, [&eval](const CaseResult& result) {
    const bool called = !result.request_digest.empty();
    if (called && result.response) {
      eval.recorded.put(result.request_digest, *result.response);
    }
    for (const JudgeCall& call : result.judging) {
      if (const auto* answer = std::get_if<Response>(&call.outcome)) {
        eval.recorded.put(call.request_digest, *answer);
      }
    }
    eval.recorded_all = eval.recorded_all && (!called || result.response);
  });
}

// The suite's committed replies, after those of registries that are asked too.
Cassette cassette_of(const EvalSession& eval, const PreparedSuite& suite, Diagnostics& faults) {
  Cassette cassette = suite.cassette;
  for (const auto& registry : eval.replies_of) {
    Cassette other = Cassette::read(registry->files(), cassette_path(suite.suite.id), faults);
    other.put_all(cassette);
    cassette = std::move(other);
  }
  return cassette;
}

EvaluationEnd run_one(EvalSession& eval, const PreparedSuite& prepared, const RunHeader& header, bool resumed) {
  EvaluationPorts ports{eval.client.get(),
                        nullptr,
                        eval.cache.get(),
                        eval.store,
                        eval.session.clock,
                        *eval.progress,
                        eval.session.interruption,
                        {},
                        {},
                        {}};
  Cassette cassette;
  if (eval.offline) {
    Diagnostics faults;
    cassette = cassette_of(eval, prepared, faults);
    print(faults, eval.session.err);
    ports.cassette = &cassette;
  }
  ports.reply_places = reply_places(eval.project.providers, eval.variables);
  if (resumed) {
    eval.store.reopen(header.id);
    ports.answered = eval.store.answered(header.id);
    ports.earlier = read_earlier_costs(eval.store, header.id);
    ports.unjudged = read_unjudged(eval.store, header.id);
  } else {
    eval.store.begin(header);
  }
  if (eval.graded) {
    ports.unjudged = read_replies(eval.store, eval.graded->id, eval.options.no_cache);
    ports.asks_judges_only = true;
  }
  const TargetPrices prices = eval.workspace.prices.find_all(all_targets(prepared), eval.project, header.started);
  const EvaluationEnd end = evaluate(eval.workspace.registry, prices, prepared, header, ports);
  if (!eval.options.record.empty()) {
    record_replies(eval, header);
    eval.recorded_all = eval.recorded_all && !end.interrupted && header.selection == selection_text({});
  }
  return end;
}

// The path of a file in the registry; none when it lies elsewhere.
std::optional<std::string> registry_path(const EvalSession& eval, const std::filesystem::path& file) {
  std::error_code error;
  const auto folder = std::filesystem::weakly_canonical(file.parent_path(), error);
  const std::string path = (folder / file.filename()).lexically_relative(eval.workspace.root).generic_string();
  return path.empty() || path.starts_with("..") ? std::nullopt : std::optional(path);
}

// What FILE holds so far. In the registry, its rules for links hold for it too.
Cassette read_recorded(const EvalSession& eval, Diagnostics& faults) {
  const std::filesystem::path file = in_session(eval.session, eval.options.record);
  if (const auto path = registry_path(eval, file)) {
    return Cassette::read(eval.workspace.files, *path, faults);
  }
  std::error_code error;
  if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error)) {
    faults.error("not-a-file", whole_file(eval.options.record), "no regular file");
    return {};
  }
  ByteStream text = open_source(eval.session.directory, eval.options.record);
  return text ? Cassette::read(eval.options.record, std::move(text), faults) : Cassette();
}

// Throws `Failure`, before anything is run, when FILE is something else than a cassette.
void check_cassette(const EvalSession& eval) {
  if (eval.options.record.empty()) {
    return;
  }
  Diagnostics faults;
  read_recorded(eval, faults);
  if (faults.has_errors()) {
    throw Failure("not-a-cassette", whole_file(eval.options.record),
                  fmt::format("--record would write over what is no cassette: {}", faults.sorted().front().message),
                  "name another file, or mend this one");
  }
}

// A cassette of whole suites holds just their replies; those of a part are added to what was there.
void write_cassette(EvalSession& eval) {
  if (!eval.recorded_all) {
    Diagnostics faults;
    Cassette earlier = read_recorded(eval, faults);
    earlier.put_all(eval.recorded);
    eval.recorded = earlier;
  }
  const std::string& path = eval.options.record;
  const std::filesystem::path file = in_session(eval.session, path);
  if (const auto inside = registry_path(eval, file)) {
    eval.workspace.files.write(*inside, eval.recorded.text());
  } else {
    write_file_atomically(place_to_write(eval.session, path), eval.recorded.text(), path);
  }
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
                                  grouped(state.done), grouped(state.planned), header.id);
}

void tell_what_never_ran(const EvalSession& eval, const std::vector<PreparedSuite>& suites, std::size_t from) {
  for (std::size_t at = from; at < suites.size(); ++at) {
    eval.session.err << fmt::format("not run: promptctl eval {} --suite {} --target {}\n", suites[at].address,
                                    suites[at].suite.id, target_name(suites[at].targets.front()));
  }
}

}  // namespace

Project EvalSession::read_project() {
  if (options.offline || options.dry_run || !options.may_send) {
    return workspace.registry.require_project(warnings);
  }
  SendingProject sending = read_sending_project(session, workspace, options.trust, warnings);
  trust_notes = std::move(sending.notes);
  std::for_each(trust_notes.begin(), trust_notes.end(), note_to(session));
  return std::move(sending.project);
}

std::vector<RunHeader> new_headers(const EvalSession& eval, const std::vector<PreparedSuite>& suites,
                                   const SelectionOptions& selection, std::chrono::system_clock::time_point now) {
  RunOrigin origin{version(), eval.offline, {}, now, eval.session.seed};
  const Provenance provenance = read_provenance(eval.workspace, eval.project);
  std::vector<RunHeader> headers;
  Diagnostics faults;  // Printed when the suite is run.
  for (const PreparedSuite& suite : suites) {
    origin.cassette_digest = sha256(eval.offline ? cassette_of(eval, suite, faults).text() : "");
    origin.source = source_state(eval.workspace, suite.files);
    origin.provenance =
        provenance_of(provenance, suite.targets.front(), eval.workspace, eval.project, eval.variables, origin.now);
    if (eval.offline) {  // Nobody is asked.
      origin.provenance.endpoint.clear();
      origin.provenance.settings.clear();
      origin.provenance.trust_head.clear();
    } else {
      origin.provenance.judge_endpoints = endpoints_of(suite.judge_targets, eval.project, eval.variables);
    }
    origin.provenance.graded = eval.graded ? eval.graded->id : "";
    headers.push_back(make_header(suite, selection, origin));
    ++origin.seed;
  }
  return headers;
}

void open_world(EvalSession& eval) {
  make_state_folder(eval.workspace.root);
  for (auto& [name, provider] : eval.project.providers) {
    provider.concurrency = eval.options.jobs ? static_cast<int>(*eval.options.jobs) : provider.concurrency;
  }
  if (!eval.offline) {
    if (!eval.options.may_send) {
      throw std::logic_error("a command that may send nothing would send");
    }
    eval.client =
        std::make_unique<HttpModelClient>(eval.project, eval.variables, eval.session.clock, eval.session.seed);
  }
  if (!eval.options.no_cache) {
    eval.cache =
        std::make_unique<SqliteResponseCache>(state_path(eval.workspace.root, "cache.db"), note_to(eval.session));
  }
  if (eval.session.quiet) {
    eval.progress = std::make_unique<NoProgress>();
  } else {
    eval.progress = std::make_unique<TerminalProgress>(eval.session.err, eval.session.clock,
                                                       eval.session.err_is_terminal, eval.session.width);
  }
}

void check_destinations(const EvalSession& eval, const std::vector<Target>& targets) {
  std::set<std::string> asked;
  for (const Target& target : targets) {
    asked.insert(target.provider);
  }
  for (const std::string& name : asked) {
    require_sound_variables(eval.project.providers.at(name), eval.variables);
  }
  Diagnostics warnings;
  for (const auto& [name, address] : provider_addresses(eval.project.providers, eval.variables)) {
    const ProviderSettings& settings = eval.project.providers.at(name);
    if (asked.count(name) > 0 && address != settings.base_url) {
      warn_of_plain_http(settings, address, settings.where, warnings);
    }
  }
  print(warnings, eval.session.err);
}

FinishedRuns run_suites(EvalSession& eval, const std::vector<PreparedSuite>& suites,
                        const std::vector<RunHeader>& headers) {
  const bool resumed = eval.options.resume.has_value();
  if (!eval.offline) {
    std::vector<Target> asked;
    for (const PreparedSuite& suite : suites) {
      const std::vector<Target> targets = all_targets(suite);
      asked.insert(asked.end(), targets.begin(), targets.end());
    }
    check_destinations(eval, asked);
  }
  open_world(eval);
  FinishedRuns runs;
  for (std::size_t at = 0; at < suites.size() && !runs.interrupted; ++at) {
    const EvaluationEnd end = run_one(eval, suites[at], headers[at], resumed);
    runs.reports.push_back(make_priced_report(eval.store, headers[at], eval.project, eval.workspace));
    runs.interrupted = end.interrupted;
    if (runs.interrupted) {
      tell_how_to_resume(eval, headers[at], end.state);
      tell_what_never_ran(eval, suites, at + 1);
    }
  }
  return runs;
}

ExitCode run_all(EvalSession& eval, const std::vector<PreparedSuite>& suites, const std::vector<RunHeader>& headers) {
  check_cassette(eval);
  const FinishedRuns runs = run_suites(eval, suites, headers);
  if (!eval.options.record.empty()) {
    write_cassette(eval);
  }
  write_reports(runs.reports, eval.options.report, eval.session);
  return runs.interrupted ? ExitCode::interrupted : exit_code(runs.reports);
}

}  // namespace promptctl::cli
