#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// The ledger's files as a replay goes from commit to commit: what it has held to its events is at hand, and of a commit
// only what it changed is read.
class ReplayedFiles {
 public:
  // `ledger` must outlive it, and it must outlive its states.
  explicit ReplayedFiles(const Ledger& ledger) : ledger_(ledger) {}

  // After `commit`; empty: before the first.
  LedgerState before(const std::string& commit) const;

  // The same with these files changed.
  LedgerState after(const std::string& commit, const std::vector<ChangedFile>& changes) const;

  // The event that led to a state that `before` gave; none before the first.
  std::optional<LedgerEvent> last_event(const LedgerState& before) const { return last_ ? last_ : before.event(); }

  // `views` are what the event makes of them, byte for byte, and stay as they are until they are kept anew.
  void keep(LedgerEvent event, const std::vector<LedgerFile>& views);

  // What follows is not the history of what was kept.
  void forget();

 private:
  class Tree;

  const Ledger& ledger_;
  std::map<std::string, std::string> kept_;  // by path
  std::optional<LedgerEvent> last_;
};

}  // namespace promptctl
