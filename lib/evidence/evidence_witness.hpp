#pragma once

#include <vector>

#include "base/signer.hpp"
#include "evidence/evidence.hpp"
#include "gate/gate_report.hpp"
#include "gate/policy.hpp"
#include "ports/files.hpp"
#include "registry/project.hpp"

namespace promptctl {

// Those whom a reader of evidence believes: main's allowed signers.
using AllowedSigners = std::vector<AllowedSigner>;

// Who vouches for a statement at the time `now`: any of its signatures will do. Good for nobody, with the reason, when
// it has none.
SignatureCheck check_signatures(const EvidenceStatement& statement, const AllowedSigners& signers,
                                std::chrono::system_clock::time_point now);

// Who may vouch for evidence: those of the file that the project names, nobody where it names none. `files` are those
// beside promptctl.yaml. Throws `Failure`: `missing-file`, and the first fault in the file.
AllowedSigners signers_of(const Project& project, const Files& files);

// What a decision says of a run that it rests on. `vouched` is its statement's check.
Witness witness_of(const RunSample& sample, const SignatureCheck& vouched, const GatePolicy& policy);

// Why a policy does not take a run for somebody's; empty when it does, and where it does not ask.
std::string signature_objection(const RunHeader& header, const SignatureCheck& vouched, const GatePolicy& policy);

}  // namespace promptctl
