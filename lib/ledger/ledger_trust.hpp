#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ledger/ledger.hpp"
#include "ledger/ledger_state.hpp"
#include "ledger/ledger_verification.hpp"
#include "registry/project.hpp"

namespace promptctl {

// What a reader holds a ledger to, beside its own rules.
struct LedgerTrust {
  std::optional<Checkpoint> checkpoint;  // where to begin while nothing was verified here; none: at the first event
  std::optional<SigningPolicy> signing;
  TimePoint now;  // by the reader's clock
};

// Holds the events that `tip` has, and the commit last verified has not, to all that `verify` asks, and remembers the
// tip when they are good. Of a checkpoint, number and commit are checked, and its content is git's word.
Verification verify_news(Ledger& ledger, const std::string& tip, const LedgerTrust& trust);

// What is wrong with a checkpoint, its content too; none where it is an event of the ledger up to `tip` with this
// number and content.
std::optional<LedgerFault> checkpoint_fault(const Ledger& ledger, const std::string& tip, const Checkpoint& checkpoint);

// The newest state known here, which is served to nobody before its events were verified. `trust` is asked only where
// there are new ones. `ledger` must outlive the state. Throws `Failure` (`ledger-broken`) where one is refused.
LedgerState known_state(Ledger& ledger, const std::function<LedgerTrust()>& trust);

}  // namespace promptctl
