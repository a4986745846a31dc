#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"

namespace promptctl {

// The commits of the ledger that follow `since`, which is an id or the start of one, up to `tip`, newest first; all of
// them when it is empty. None where the tip does not descend from it. Nothing before `since` is read.
std::optional<std::vector<LedgerCommit>> commits_after(const Ledger& ledger, const std::string& tip,
                                                       const std::string& since);

// The newest commits of the ledger, the tip first: `count` of them, or all that there are.
std::vector<LedgerCommit> newest_commits(const Ledger& ledger, const std::string& tip, std::size_t count);

// What a commit says of its own number; 0 where that can't be read.
std::size_t seq_of(const Ledger& ledger, const std::string& commit);

// Throws `Failure` (`usage`) for what is neither an event's number nor the start of a commit's id: a slip of the
// keyboard is no alarm.
void require_sense(const std::string& since);

// What follows what is trusted: the newest commits of the ledger, the tip first, and how many there are before them.
struct LedgerChain {
  std::vector<LedgerCommit> commits;
  std::size_t trusted = 0;
};

// The newest commit that is trusted; empty before the first.
std::string before(const LedgerChain& chain, const std::string& tip);

// What follows `since`, a commit or an event's number; empty: nothing is trusted. None when the tip does not descend
// from it.
std::optional<LedgerChain> chain_of(const Ledger& ledger, const std::string& tip, const std::string& since);

}  // namespace promptctl
