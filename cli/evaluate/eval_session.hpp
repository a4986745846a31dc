#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/line/session.hpp"
#include "cli/output/report_output.hpp"
#include "cli/workspace/credentials.hpp"
#include "cli/workspace/sending_project.hpp"
#include "cli/workspace/workspace.hpp"
#include "eval/prepared_suite.hpp"
#include "eval/progress.hpp"
#include "exchange/cassette.hpp"
#include "world/http/http_model_client.hpp"
#include "world/sqlite/sqlite_response_cache.hpp"

namespace promptctl::cli {

// What the user asked `promptctl eval` for.
struct EvalOptions {
  std::vector<std::string> addresses;
  std::vector<std::string> suites;
  std::vector<std::string> targets;
  std::vector<std::string> tags;
  std::string filter;
  std::optional<long long> first, sample, seed, repeat, jobs;
  bool offline = false, no_cache = false, dry_run = false;
  bool may_send = true;  // false: this command asks nothing, as `diff` without --eval
  TrustOptions trust;
  std::string record;
  std::optional<std::string> resume;
  FormOutput report;
};

// What all runs of one command share. The world is opened when the first of them starts.
struct EvalSession {
  Session& session;
  const EvalOptions& options;
  Workspace workspace;
  SqliteRunStore store;
  Diagnostics warnings;                  // of promptctl.yaml
  std::vector<std::string> trust_notes;  // which word of a pull request does not count, or counts all the same
  Project project;                       // by which requests are sent, and no other
  Variables variables;                   // of the environment, and of the clouds' own tools
  std::unique_ptr<HttpModelClient> client;
  std::unique_ptr<SqliteResponseCache> cache;
  std::unique_ptr<Progress> progress;
  std::vector<std::shared_ptr<Registry>> replies_of;  // registries whose cassettes are asked too, after the own ones
  Cassette recorded;
  bool recorded_all = true;
  std::optional<RunHeader> graded = {};  // the run whose replies are judged again; none: replies are asked for
  bool offline = false;

  // Faults of promptctl.yaml end the command here: nothing can be run, or compared, by a project that was not read.
  EvalSession(Session& world, const EvalOptions& given)
      : session(world),
        options(given),
        workspace(world),
        store(state_path(workspace.root, "runs.db")),
        project(read_project()),
        variables(given.offline || !given.may_send ? world.environment : sending_variables(world)),
        offline(given.offline) {}

 private:
  Project read_project();
};

// Opens what calls need: the client, unless offline, the cache and the progress.
void open_world(EvalSession& eval);

// A variable that can't be sent ends the command. Where `base_url` is a variable's, only now it is known where a key
// would go; a written one was warned of when it was read.
void check_destinations(const EvalSession& eval, const std::vector<Target>& targets);

// The headers of new runs, of one target each, that begin at `now`.
std::vector<RunHeader> new_headers(const EvalSession& eval, const std::vector<PreparedSuite>& suites,
                                   const SelectionOptions& selection, std::chrono::system_clock::time_point now);

struct FinishedRuns {
  std::vector<RunReport> reports;
  bool interrupted = false;
};

// Runs each suite under its header, one after the other. An interruption ends it, with all that is done kept.
FinishedRuns run_suites(EvalSession& eval, const std::vector<PreparedSuite>& suites,
                        const std::vector<RunHeader>& headers);

// Runs each suite under its header, one after the other, and reports on them. An interruption ends it, with all that is
// done kept.
ExitCode run_all(EvalSession& eval, const std::vector<PreparedSuite>& suites, const std::vector<RunHeader>& headers);

}  // namespace promptctl::cli
