#pragma once

#include <memory>
#include <string>

#include "cli/ledger/ledger_session.hpp"
#include "release/environment_gate.hpp"
#include "release/promotion.hpp"

namespace promptctl::cli {

// By what a move into an environment is decided now, as the main branch is known to say. Its gate judges by main's
// suites, and by `evidence` besides what the ledger has of either version. `session` must outlive it, and its policy
// must not change before it is used.
PromotionTerms promotion_terms(LedgerSession& session, const std::string& environment,
                               std::shared_ptr<const EvidencePool> evidence);

}  // namespace promptctl::cli
