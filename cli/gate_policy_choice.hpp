#pragma once

#include <string>

#include "cli/ledger_session.hpp"
#include "model/policy.hpp"

namespace promptctl::cli {

// The policy that a gate is asked with.
struct ChosenPolicy {
  GatePolicy policy;
  std::string name;    // of the environment, or the file
  std::string digest;  // of the environment's conditions; empty for a file and for promptctl's own
};

// The gate of an environment, as the main branch has it. Throws `Failure`: `unknown-environment`, `no-gate`.
ChosenPolicy environment_policy(LedgerSession& session, const std::string& environment);

// A file that holds the map of a gate. The first fault in it is thrown.
ChosenPolicy file_policy(const std::string& path, const Session& session);

// promptctl's own, for a comparison that names no policy: docs/gate.md shows it.
ChosenPolicy usual_policy();

// The gate of the first environment that has one, else promptctl's own.
ChosenPolicy first_policy(LedgerSession& session);

}  // namespace promptctl::cli
