#pragma once

#include "cli/ledger/ledger_session.hpp"
#include "cli/output/approval_output.hpp"
#include "release/approvals.hpp"

namespace promptctl::cli {

// Whose approval counts in an environment, as the main branch is known to say; without approvals where it has no such
// environment any more.
ApprovalTerms approval_terms(LedgerSession& session, const std::string& environment);

// A request that is the newest of a prompt, and how it stands now. Throws `Failure` (`no-request`).
Pending pending_request(long long number, LedgerSession& session);

// Which requests are asked for.
struct RequestQuery {
  std::vector<std::string> prompts = {};  // empty: of all
  std::string environment = {};           // empty: to all
};

// Each by number.
struct KnownRequests {
  std::vector<Pending> open;   // that can still be approved
  std::vector<Pending> ended;  // made by whoever asks here, that can't be any more, and nothing has taken their place
};

KnownRequests known_requests(LedgerSession& session, const LedgerState& state, const RequestQuery& query = {});

}  // namespace promptctl::cli
