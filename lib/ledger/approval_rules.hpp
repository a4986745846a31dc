#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_event.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// What an event that answers a request or carries it out breaks of the ledger's rules; empty for any other event:
//
// - the request is the newest of each of its prompts, and was not carried out
// - the event speaks of exactly what was asked for: see `is_about`
//
// Who may answer, and who has, is not the ledger's to say but the main branch's: see approvals.hpp.
std::vector<std::string> approval_rules_broken(const LedgerEvent& event, const LedgerState& before);

// Whether no newer request has taken the place of this one for any of its prompts.
bool is_newest(const ApprovalRequest& request, const LedgerState& state);

// Whether a promotion has carried it out.
bool is_carried_out(const ApprovalRequest& request);

}  // namespace promptctl
