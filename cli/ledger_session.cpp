#include "cli/ledger_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "world/git_history.hpp"
#include "world/git_signature.hpp"
#include "world/git_tree_files.hpp"

namespace promptctl::cli {

LedgerSession::LedgerSession(Session& run)
    : session(run), workspace(run), ledger({workspace.root, run.environment, run.seed}) {}

std::string LedgerSession::actor() const {
  const GitIdentity identity = read_identity(GitExecutable(workspace.root, session.environment));
  return fmt::format("{} <{}>", identity.name, identity.email);
}

std::optional<RecordedEvent> LedgerSession::record(const Intent& intent) {
  return promptctl::record(ledger, session.clock, actor(), intent);
}

Project read_policy(LedgerSession& session) {
  Diagnostics diagnostics;
  const auto revision = policy_revision(session.workspace.root, session.ledger.remote());
  const Project project = revision ? Registry(GitTreeFiles(session.workspace.root, *revision)).read_project(diagnostics)
                                   : session.workspace.registry.read_project(diagnostics);
  for (const Diagnostic& fault : diagnostics.sorted()) {
    if (fault.severity == Severity::error) {
      throw Failure(fault);
    }
  }
  return project;
}

const Environment& require_environment(const Project& project, const std::string& name) {
  const auto found = std::find_if(project.environments.begin(), project.environments.end(),
                                  [&name](const Environment& environment) { return environment.name == name; });
  if (found != project.environments.end()) {
    return *found;
  }
  std::vector<std::string> names;
  for (const Environment& environment : project.environments) {
    names.push_back(environment.name);
  }
  if (names.empty()) {
    throw Failure("unknown-environment", "promptctl.yaml declares no environments",
                  "write them under `environments` and commit it");
  }
  require_known(name, names, "environment");
  throw std::logic_error("a known environment was not found");
}

}  // namespace promptctl::cli
