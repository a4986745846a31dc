#include "cli/promotion_gate.hpp"

#include <utility>

#include "cli/prompt_source.hpp"
#include "codec/gate_policy.hpp"

namespace promptctl::cli {

PromotionGate::PromotionGate(LedgerSession& session, const Environment& environment, EvidencePool pool)
    : session_(session),
      environment_(environment),
      pool_(std::move(pool)),
      policy_digest_(conditions_digest(environment)) {}

AskGate PromotionGate::asker() {
  return [this](const VersionRecord& candidate, const std::optional<VersionRecord>& live, const LedgerState& now,
                TimePoint at) {
    const Project& project = session_.policy(LedgerSession::Freshness::known);
    const auto default_target = [this](const RegisteredVersion& version) {
      return default_target_in(version.commit, session_.workspace);
    };
    return ask_gate({environment_, project, *session_.policy_files(), default_target, at}, {candidate, live}, pool_,
                    now);
  };
}

}  // namespace promptctl::cli
