#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/session.hpp"
#include "cli/workspace.hpp"
#include "flow/evidence_admission.hpp"
#include "flow/evidence_pool.hpp"
#include "flow/ledger_state.hpp"

namespace promptctl::cli {

// The statements of .intoto.jsonl files; a fault in one is reported. Throws `Failure` (`missing-file`).
std::vector<GivenEvidence> read_evidence_files(const std::vector<std::string>& paths, const Session& session,
                                               Diagnostics& diagnostics);

// What runs recorded here and the files show. Throws the first fault in a file.
EvidencePool evidence_at_hand(const std::vector<std::string>& paths, const Workspace& workspace, RunStore& store,
                              const Session& session);

// Who may vouch for evidence: the allowed signers that promptctl.yaml names, none where it names none. `files` are
// those beside it. Throws `Failure`: `missing-file`, and the first fault in the file.
AllowedSigners signers_of(const Project& project, const Files& files);

// Adds those statements that the ledger has of these digests: a version's, or an event's.
void add_recorded(EvidencePool& pool, const std::vector<std::string>& digests, const LedgerState& state);

}  // namespace promptctl::cli
