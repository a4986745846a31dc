#include "cli/evaluate/promotion_gate.hpp"

#include <utility>

#include "cli/ledger/approval_terms.hpp"
#include "cli/ledger/prompt_source.hpp"

namespace promptctl::cli {
namespace {

AskGate gate_asker(LedgerSession& session, const Environment& environment,
                   std::shared_ptr<const EvidencePool> evidence) {
  return [&session, environment, evidence = std::move(evidence)](const VersionRecord& candidate,
                                                                 const std::optional<VersionRecord>& live,
                                                                 const LedgerState& now, TimePoint at) {
    const Project& project = session.policy(LedgerSession::Freshness::known);
    const auto default_target = [&session](const RegisteredVersion& version) {
      return default_target_in(version.commit, session.workspace);
    };
    return ask_gate({environment, project, *session.policy_files(), default_target, at}, {candidate, live}, *evidence,
                    now);
  };
}

}  // namespace

PromotionTerms promotion_terms(LedgerSession& session, const std::string& environment,
                               std::shared_ptr<const EvidencePool> evidence) {
  PromotionTerms terms{approval_terms(session, environment), session.policy_source()};
  terms.main = session.policy_files();
  if (terms.approvals.environment.gate) {
    terms.ask_gate = gate_asker(session, terms.approvals.environment, std::move(evidence));
  }
  return terms;
}

}  // namespace promptctl::cli
