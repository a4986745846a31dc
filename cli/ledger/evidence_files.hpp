#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/line/session.hpp"
#include "cli/workspace/workspace.hpp"
#include "evidence/evidence_pool.hpp"
#include "release/evidence_admission.hpp"

namespace promptctl::cli {

// The statements of .intoto.jsonl files; a fault in one is reported. Throws `Failure` (`missing-file`).
std::vector<GivenEvidence> read_evidence_files(const std::vector<std::string>& paths, const Session& session,
                                               Diagnostics& diagnostics);

// What runs recorded here and the files show. Throws the first fault in a file.
EvidencePool evidence_at_hand(const std::vector<std::string>& paths, const Workspace& workspace, RunStore& store,
                              const Session& session);

}  // namespace promptctl::cli
