#include "cli/ledger/approval_terms.hpp"

#include <map>

#include "base/diagnostic.hpp"
#include "ledger/approval_rules.hpp"
#include "registry/environment_conditions.hpp"
#include "release/approving.hpp"
#include "release/ledger_conditions.hpp"

namespace promptctl::cli {
namespace {

// Requests sorted by how they stand; terms and commits are read once for all.
class Sorting {
 public:
  Sorting(LedgerSession& session, const LedgerState& state)
      : session_(session), state_(state), events_(session.ledger, state), now_(session.session.clock.now()) {}

  void add(ApprovalRequest request) {
    const ApprovalTerms& terms = terms_of(request.environment);
    RequestStanding standing = standing_of(request, terms, state_, events_, now_);
    if (standing.state == RequestState::open) {
      known_.open.push_back({std::move(request), std::move(standing), terms.approvals()});
    } else if (standing.state != RequestState::replaced && !moved_on(request, state_) && is_own(request)) {
      known_.ended.push_back({std::move(request), std::move(standing), terms.approvals()});
    }
  }

  KnownRequests take() { return std::move(known_); }

 private:
  const ApprovalTerms& terms_of(const std::string& environment) {
    const auto found = terms_.find(environment);
    return found != terms_.end() ? found->second
                                 : terms_.emplace(environment, approval_terms(session_, environment)).first->second;
  }

  // Git is asked who this is only where it matters, and need not know.
  bool is_own(const ApprovalRequest& request) {
    if (!actor_) {
      try {
        actor_ = session_.actor();
      } catch (const Failure&) {
        actor_ = "";
      }
    }
    return is_same_person(request.stamp.actor, *actor_);
  }

  LedgerSession& session_;
  const LedgerState& state_;
  EventCommits events_;
  TimePoint now_;
  std::map<std::string, ApprovalTerms> terms_;
  std::optional<std::string> actor_;
  KnownRequests known_;
};

}  // namespace

ApprovalTerms approval_terms(LedgerSession& session, const std::string& environment) {
  const Project& project = session.policy(LedgerSession::Freshness::known);
  const Environment* found = find_environment(project, environment);
  if (found == nullptr) {
    ApprovalTerms none;
    none.environment.name = environment;
    return none;
  }
  return {*found, conditions_digest(*found), session.signers()};
}

Pending pending_request(long long number, LedgerSession& session) {
  const LedgerState state = session.state();
  ApprovalRequest request = require_request(number, state);
  const ApprovalTerms terms = approval_terms(session, request.environment);
  EventCommits events(session.ledger, state);
  RequestStanding standing = standing_of(request, terms, state, events, session.session.clock.now());
  return {std::move(request), std::move(standing), terms.approvals()};
}

KnownRequests known_requests(LedgerSession& session, const LedgerState& state, const RequestQuery& query) {
  session.policy(LedgerSession::Freshness::known);
  const std::string& registry = session.policy_source().registry;
  Sorting sorting(session, state);
  for (ApprovalRequest& request : state.requests(query.prompts)) {
    const bool is_asked_for = query.environment.empty() || request.environment == query.environment;
    // Whether one of another registry is open is for the conditions there to say.
    const bool is_here = registry_of(request.moves.front().to.prompt, state).value_or(registry) == registry;
    if (is_asked_for && is_here && !is_carried_out(request)) {
      sorting.add(std::move(request));
    }
  }
  return sorting.take();
}

}  // namespace promptctl::cli
