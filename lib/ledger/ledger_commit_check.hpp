#pragma once

#include <optional>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_event.hpp"
#include "ledger/ledger_fault.hpp"
#include "ledger/replayed_files.hpp"

namespace promptctl {

struct PlacedCommit {
  const LedgerCommit& commit;
  long long place;  // in the chain, from 1
};

// Holds one commit to what its event says, and adds what it finds to `faults`, as long as these are not too many. The
// stamp of its event, where it is sound: `files` then have it. A state that can't be read is a fault of the ledger, not
// of the check. `now`: by the reader's clock.
std::optional<EventStamp> check_commit(const Ledger& ledger, const PlacedCommit& commit, TimePoint now,
                                       ReplayedFiles& files, std::vector<LedgerFault>& faults);

}  // namespace promptctl
