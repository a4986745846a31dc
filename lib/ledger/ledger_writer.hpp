#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_state.hpp"
#include "ledger/ledger_trust.hpp"
#include "ports/clock.hpp"

namespace promptctl {

// The time of an event that is recorded `now`: whole seconds, and never before that of the event it follows.
TimePoint event_time(const LedgerState& before, TimePoint now);

// What a command wants to record. Number, digest of the previous event and actor are filled in when it is; so is the
// time, where nothing was decided by it.
struct Transaction {
  LedgerEvent event;
  std::vector<LedgerFile> files;  // bundles of what it registers, statements that are new

  // Where the event says something in its actor's name, which only a signature proves: asked before it is published,
  // with the actor's own; throws `Failure` where that won't do.
  std::function<void(const SignatureCheck& signature)> check_signature = {};
};

// Decides on the ledger as it is `now`; `seen` is as the user could see it before the command began. None: there is
// nothing to record. Called again whenever someone else was faster, so it must depend on nothing but the two.
using Intent = std::function<std::optional<Transaction>(const LedgerState& now, const LedgerState& seen)>;

struct RecordedEvent {
  LedgerEvent event;
  std::string commit;
};

// Brings the ledger up to date with its remote, and verifies every event since the one last verified. Returns how many
// there were. Throws `Failure`: `ledger-replaced` when the remote's branch does not descend from the
// one known here or an event in it was tampered with, `remote` when it can't be reached.
long long refresh(Ledger& ledger, const LedgerTrust& trust);

struct LedgerWriter {
  Ledger& ledger;
  const Clock& clock;
  std::string actor;  // "Name <address>"
  LedgerTrust trust;
};

// Fetch, decide, commit, publish; and again from the start while others are faster. Throws `Failure`: `ledger-refused`
// when the remote refuses for another reason, `ledger-busy` when others stay faster for too long, `unsigned` when
// signatures are asked for and the actor's is not one of them, `clock-differs` where the remote's clock is more than
// five minutes away.
std::optional<RecordedEvent> record(const LedgerWriter& writer, const Intent& intent);

}  // namespace promptctl
