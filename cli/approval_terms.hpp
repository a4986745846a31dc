#pragma once

#include "cli/approval_output.hpp"
#include "cli/ledger_session.hpp"
#include "flow/approvals.hpp"

namespace promptctl::cli {

// Whose approval counts in an environment, as the main branch is known to say; without approvals where it has no such
// environment any more.
ApprovalTerms approval_terms(LedgerSession& session, const std::string& environment);

// The requests that can still be approved, by number: of these prompts, or of all where none is named.
std::vector<Pending> open_requests(LedgerSession& session, const LedgerState& state,
                                   const std::vector<std::string>& prompts = {});

}  // namespace promptctl::cli
