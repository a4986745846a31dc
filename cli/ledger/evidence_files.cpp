#include "cli/ledger/evidence_files.hpp"

#include <memory>
#include <utility>

#include "world/system/disk_files.hpp"

namespace promptctl::cli {

std::vector<GivenEvidence> read_evidence_files(const std::vector<std::string>& paths, const Session& session,
                                               Diagnostics& diagnostics) {
  std::vector<GivenEvidence> given;
  for (const std::string& path : paths) {
    const auto source = read_source(session.directory, path);
    if (!source) {
      throw Failure("missing-file", whole_file(path), "there is no such file",
                    "promptctl eval -o evidence.intoto.jsonl writes one");
    }
    for (EvidenceStatement& one : read_evidence_lines(source, diagnostics)) {
      given.push_back({std::move(one), path});
    }
  }
  return given;
}

EvidencePool evidence_at_hand(const std::vector<std::string>& paths, const Workspace& workspace, RunStore& store,
                              const Session& session) {
  EvidencePool pool;
  if (has_runs(workspace.root)) {
    pool.add_runs(store);
  }
  Diagnostics diagnostics;
  for (GivenEvidence& given : read_evidence_files(paths, session, diagnostics)) {
    pool.add(std::move(given.statement));
  }
  if (diagnostics.has_errors()) {
    throw Failure(diagnostics.sorted().front());
  }
  return pool;
}

}  // namespace promptctl::cli
