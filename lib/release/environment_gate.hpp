#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger_state.hpp"
#include "ports/files.hpp"
#include "registry/project.hpp"
#include "release/gating.hpp"

namespace promptctl {

// The model that the promptctl.yaml beside a version's content asks by default; none where it names none, or nobody can
// tell.
using DefaultTargetOf = std::function<std::optional<Target>(const RegisteredVersion& version)>;

// By what an environment's gate decides, besides the evidence: all of it is the main branch's.
struct GateGrounds {
  const Environment& environment;  // has a gate
  const Project& project;
  const Files& files;  // of the registry, suites and allowed signers among them
  DefaultTargetOf default_target;
  TimePoint now;
};

// A version that shall go live, and what is live there now.
struct GatedMove {
  const VersionRecord& candidate;
  std::optional<VersionRecord> live;  // none: nothing is
};

// Adds those statements that the ledger has of these digests: a version's, or an event's.
void add_recorded(EvidencePool& pool, const std::vector<std::string>& digests, const LedgerState& state);

// What the gate says of the move, by `evidence` and what `now` has of either version. Promotions are decided by it, and
// decided again. Throws `Failure` where a suite that judges the prompt has a fault.
Gating ask_gate(const GateGrounds& grounds, const GatedMove& move, EvidencePool evidence, const LedgerState& now);

}  // namespace promptctl
