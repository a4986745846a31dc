#pragma once

#include "cli/ledger/ledger_policy.hpp"

namespace promptctl::cli {

// The ledger as it is known here, for what only reads it.
class KnownLedger {
 public:
  // Throws `Failure` (`git`) outside a git repository. `workspace` must outlive it.
  explicit KnownLedger(const Workspace& workspace)
      : ledger_({workspace.root, workspace.environment, 0}), policy_(workspace, ledger_) {}

  GitLedger& ledger() { return ledger_; }

  // As the main branch was when it was last fetched. Throw the first fault there.
  const Project& project() { return policy_.project(LedgerPolicy::Freshness::known); }
  std::optional<SigningPolicy> signing() { return policy_.signing(); }

  // Every event of it verified; must not outlive this. Throws `Failure` (`ledger-broken`).
  LedgerState state() {
    return known_state(ledger_, [this] { return policy_.trust(); });
  }

 private:
  GitLedger ledger_;
  LedgerPolicy policy_;
};

}  // namespace promptctl::cli
