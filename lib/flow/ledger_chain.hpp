#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ports/ledger.hpp"

namespace promptctl {

// The commits of the ledger that follow `since`, which is an id or the start of one, up to `tip`, newest first; all of
// them when it is empty. None where the tip does not descend from it. Nothing before `since` is read.
std::optional<std::vector<LedgerCommit>> commits_after(const Ledger& ledger, const std::string& tip,
                                                       const std::string& since);

}  // namespace promptctl
