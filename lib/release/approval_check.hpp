#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_state.hpp"
#include "release/main_line.hpp"

namespace promptctl {

// The check of approvals.
constexpr std::string_view approvals_check = "approvals";

// What a promotion or override lacks of the approvals that its environment asks for on the main branch, or of the right
// to override; empty when nothing. `main` is the registry of the conditions it names, `before` the state it was
// recorded on.
std::vector<std::string> approval_faults(const LedgerEvent& event, const std::string& commit, const LedgerState& before,
                                         const Ledger& ledger, const RegistryAt& main);

}  // namespace promptctl
