#pragma once

#include <string>
#include <vector>

#include "cli/line/session.hpp"
#include "cli/workspace/base_revision.hpp"
#include "cli/workspace/workspace.hpp"
#include "registry/project.hpp"

namespace promptctl::cli {

// promptctl.yaml by which requests are sent.
struct SendingProject {
  Project project;
  std::vector<std::string> notes;  // what of a proposal does not count, or counts by --trust-head: one a provider
};

// In a pull request's job, and with --untrusted, the entries of its providers are those of the branch that it goes to,
// with the bytes of their certificates: keys go where people have agreed to send them. Throws `FaultyFiles` for errors
// in the tree's own promptctl.yaml, and `Failure` where what the branch says can't be read (`no-base`).
SendingProject read_sending_project(const Session& session, const Workspace& workspace, const TrustOptions& trust,
                                    Diagnostics& warnings);

}  // namespace promptctl::cli
