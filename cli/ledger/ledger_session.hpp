#pragma once

#include <string>
#include <string_view>

#include "cli/ledger/ledger_policy.hpp"
#include "cli/line/session.hpp"
#include "cli/workspace/workspace.hpp"
#include "ledger/ledger_writer.hpp"
#include "registry/project.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_ledger.hpp"

namespace promptctl::cli {

// A registry and its ledger.
struct LedgerSession {
  explicit LedgerSession(Session& run);

  Session& session;
  Workspace workspace;
  GitLedger ledger;

  // Whoever git says writes. Throws `Failure` (`no-actor`).
  std::string actor() const;

  using Freshness = LedgerPolicy::Freshness;

  const Project& policy(Freshness freshness) { return policy_.project(freshness); }
  void require_policy() const { policy_.require(); }
  const std::shared_ptr<const Files>& policy_files() const { return policy_.files(); }
  const ConditionsSource& policy_source() const { return policy_.source(); }
  const std::vector<AllowedSigner>& signers() { return policy_.signers(); }
  LedgerTrust trust() { return policy_.trust(); }

  // The newest that is known here, every event of it verified.
  LedgerState state();

  // Tells of every move after the commit `since` but that of the event `own`; nothing when there is no `since`.
  void print_news(const std::optional<std::string>& since, long long own) const;

  // `record`, as the actor. Each attempt is decided by the main branch as it is then, so that `intent` must keep
  // nothing that `policy` gave before. When something was recorded, tells of the moves of others that came to be known
  // by it.
  std::optional<RecordedEvent> record(const Intent& intent);

 private:
  LedgerPolicy policy_;
};

// Throws `Failure` (`usage`) where a reader would see no reason; `what` is what needs one: "an override".
void require_reason(const std::string& reason, std::string_view what);

// Those of the project, in its order, then whatever else the ledger knows.
std::vector<std::string> environment_names(const Project& project, const LedgerState& state);

// Throws `Failure` (`unknown-environment`), with the nearest name, when the project has no such environment.
const Environment& require_environment(const Project& project, const std::string& name);

}  // namespace promptctl::cli
