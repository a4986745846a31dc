#pragma once

#include "ledger/ledger_state.hpp"
#include "prompt/address.hpp"

namespace promptctl {

// The highest that is not yanked; none when all are.
std::optional<VersionRecord> latest_version(const LedgerState& state, const std::string& prompt);

// The version that an address means, which must be one the ledger has to resolve. Throws `Failure`, with what there is
// as a hint: `unknown-version`, `unknown-environment`, `not-live`.
VersionRecord resolve(const Address& address, const LedgerState& state);

}  // namespace promptctl
