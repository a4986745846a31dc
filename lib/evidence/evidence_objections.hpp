#pragma once

#include <string>

#include "evidence/evidence_pool.hpp"

namespace promptctl {

// Why a run may not be used, as far as its header tells; empty when it may.
std::string objection_to(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish);

// The same, of what it measured.
std::string objection_to(const RunSample& sample, const EvidenceWish& wish);

// Whether a run may say what a judge is worth, as far as its header tells: it must be by labels that the registry has
// whose gate this is.
bool may_calibrate(const RunHeader& header, const SignatureCheck& vouched, const EvidenceWish& wish);

// Whether all of its planned results are there, and fresh where the policy wants it so.
bool is_whole_calibration(const RunSample& sample, const GatePolicy& policy);

}  // namespace promptctl
