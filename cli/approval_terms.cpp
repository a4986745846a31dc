#include "cli/approval_terms.hpp"

#include <algorithm>

#include "cli/evidence_files.hpp"
#include "codec/gate_policy.hpp"
#include "flow/ledger_conditions.hpp"

namespace promptctl::cli {

ApprovalTerms approval_terms(LedgerSession& session, const std::string& environment) {
  const Project& project = session.policy(LedgerSession::Freshness::known);
  const Environment* found = find_environment(project, environment);
  if (found == nullptr) {
    ApprovalTerms none;
    none.environment.name = environment;
    return none;
  }
  return {*found, conditions_digest(*found), signers_of(project, *session.policy_files())};
}

std::vector<Pending> open_requests(LedgerSession& session, const LedgerState& state,
                                   const std::vector<std::string>& prompts) {
  session.policy(LedgerSession::Freshness::known);
  const std::string& registry = session.policy_source().registry;
  std::vector<Pending> open;
  for (ApprovalRequest& request : state.requests(prompts)) {
    if (registry_of(request.moves.front().to.prompt, state).value_or(registry) != registry) {
      continue;  // Whether it is open is for the conditions of its own registry to say.
    }
    const ApprovalTerms terms = approval_terms(session, request.environment);
    RequestStanding standing = standing_of(request, terms, state, session.ledger, session.session.clock.now());
    if (standing.state == RequestState::open) {
      open.push_back({std::move(request), std::move(standing), terms.approvals()});
    }
  }
  return open;
}

}  // namespace promptctl::cli
