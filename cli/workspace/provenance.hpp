#pragma once

#include "cli/line/session.hpp"
#include "cli/workspace/workspace.hpp"
#include "ports/repository.hpp"
#include "provider/variables.hpp"
#include "registry/project.hpp"
#include "run/run_record.hpp"

namespace promptctl::cli {

// Who runs promptctl here and in which CI job, as the environment says it; and the conditions of every environment of
// `project`, so that a policy that is edited after a run shows.
Provenance read_provenance(const Workspace& workspace, const Project& project);

// The same for a run on one target that starts now: with the host that is asked, the digest of the target's price and
// where that stands.
Provenance provenance_of(const Provenance& base, const Target& target, const Workspace& workspace,
                         const Project& project, const Variables& variables, std::chrono::system_clock::time_point now);

// Who is asked for these models, without credentials: each once, sorted.
std::vector<std::string> endpoints_of(const std::vector<Target>& targets, const Project& project,
                                      const Variables& variables);

// Of these files of the working tree, which must have been read: the commit, and what of them is not as it has it. None
// outside git.
std::optional<SourceState> source_state(const Workspace& workspace, const std::vector<std::string>& files);

}  // namespace promptctl::cli
