#pragma once

#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_verification.hpp"
#include "registry/project.hpp"
#include "world/git/git_examination.hpp"

namespace promptctl::cli {

// Who may record, approve and override what, as the main branch says; and whether each who is named has a key.
std::vector<SetupCheck> examine_signers(const Project& project, const std::optional<SigningPolicy>& signing);

// Whether an event that `actor` records here would count as his: signs one that nobody sees, and holds it to the
// allowed signers. `tip`: of the ledger, which has an event.
SetupCheck examine_key(Ledger& ledger, const std::string& tip, const SigningPolicy& signing, const std::string& actor,
                       TimePoint now);

}  // namespace promptctl::cli
