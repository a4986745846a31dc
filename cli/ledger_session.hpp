#pragma once

#include <string>
#include <string_view>

#include "cli/session.hpp"
#include "cli/workspace.hpp"
#include "flow/ledger_writer.hpp"
#include "model/project.hpp"
#include "world/git_executable.hpp"
#include "world/git_ledger.hpp"

namespace promptctl::cli {

// A registry and its ledger.
struct LedgerSession {
  explicit LedgerSession(Session& run);

  Session& session;
  Workspace workspace;
  GitLedger ledger;

  // Whoever git says writes. Throws `Failure` (`no-actor`).
  std::string actor() const;

  // As it was when the remote was last fetched, or as it is there now: what writes must know the latter.
  enum class Freshness { known, current };

  // promptctl.yaml as it is on the main branch, where it can't be changed without review; as it is in the working tree
  // before the first commit. The first fault in it is thrown.
  const Project& policy(Freshness freshness);

  // Throws `Failure` (`no-policy`) where there is a remote and it can't be told which of its branches is the main one:
  // what stands in the working tree then says nothing.
  void require_policy() const;

  // The registry as it is where the policy is: its suites are those by which a gate judges. Read after `policy`.
  const std::shared_ptr<Files>& policy_files() const { return policy_files_; }

  // Whose signatures it asks for. Throws `Failure` (`missing-file`) when the file it names is not on the main branch.
  std::optional<SigningPolicy> signing();

  // Tells of every move after the commit `since` but that of the event `own`; nothing when there is no `since`.
  void print_news(const std::optional<std::string>& since, long long own) const;

  // `record`, as the actor. When something was recorded, tells of the moves of others that
  // came to be known by it.
  std::optional<RecordedEvent> record(const Intent& intent);

 private:
  const Project& read_policy(Freshness freshness);

  std::shared_ptr<Files> policy_files_;
  std::optional<Project> policy_;
};

// Throws `Failure` (`usage`) where a reader would see no reason; `what` is what needs one: "an override".
void require_reason(const std::string& reason, std::string_view what);

// Those of the project, in its order, then whatever else the ledger knows.
std::vector<std::string> environment_names(const Project& project, const LedgerState& state);

// Throws `Failure` (`unknown-environment`), with the nearest name, when the project has no such environment.
const Environment& require_environment(const Project& project, const std::string& name);

}  // namespace promptctl::cli
