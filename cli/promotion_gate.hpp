#pragma once

#include <string>

#include "cli/ledger_session.hpp"
#include "flow/environment_gate.hpp"
#include "flow/promotion.hpp"

namespace promptctl::cli {

// An environment's gate as a promotion asks it: the policy and the suites are those of the main branch, the evidence is
// what is at hand here and what the ledger has of either version.
class PromotionGate {
 public:
  // All must outlive the gate. The session's policy must have been read.
  PromotionGate(LedgerSession& session, const Environment& environment, EvidencePool pool);

  // Of the environment's conditions; empty without any.
  const std::string& policy_digest() const { return policy_digest_; }

  AskGate asker();

 private:
  LedgerSession& session_;
  const Environment& environment_;
  EvidencePool pool_;
  std::string policy_digest_;
};

}  // namespace promptctl::cli
