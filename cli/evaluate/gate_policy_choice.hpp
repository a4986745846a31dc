#pragma once

#include <optional>
#include <string>

#include "cli/ledger/ledger_session.hpp"
#include "cli/workspace/base_revision.hpp"
#include "evidence/evidence_witness.hpp"
#include "gate/policy.hpp"

namespace promptctl::cli {

// The policy that a gate is asked with.
struct ChosenPolicy {
  GatePolicy policy;
  std::string name;             // of the environment, or the file
  std::string digest;           // of the environment's conditions; empty for a file and for promptctl's own
  AllowedSigners signers = {};  // of the branch that the policy is read from, or else of the main branch
};

// The gate of an environment, as the main branch has it. Throws `Failure`: `unknown-environment`, `no-gate`, and
// `no-policy` where it can't be told which branch that is.
ChosenPolicy environment_policy(LedgerSession& session, const std::string& name);

// A file that holds the map of a gate; in a pull request, one of its repository is as the branch has it that it goes
// to. None after a fault in it, which is printed. Throws `Failure` (`missing-file`, `no-base`).
std::optional<ChosenPolicy> file_policy(const std::string& path, LedgerSession& session, const TrustOptions& trust);

// promptctl's own, for a comparison that names no policy: docs/gate.md shows it.
ChosenPolicy usual_policy(LedgerSession& session);

// For a pull request: the gate of the environment, or of the first one that has a gate, as the branch has it that the
// pull request goes to, `revision`; promptctl's own where there is none. What a branch says of its own gate does not
// count.
ChosenPolicy revision_policy(const std::string& revision, const std::string& environment, LedgerSession& session);

}  // namespace promptctl::cli
