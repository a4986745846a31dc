#pragma once

#include <vector>

#include "cli/line/session.hpp"
#include "cli/workspace/base_revision.hpp"
#include "cli/workspace/workspace.hpp"
#include "world/git/git_examination.hpp"

namespace promptctl::cli {

// Asks each model that a prompt, a suite or promptctl.yaml names for a few tokens, with the parameters of the first
// prompt that is asked of it, and says what came and what it cost. No text of the registry is sent. Providers that
// promptctl.yaml describes and nobody names a model of are told, and not asked.
std::vector<SetupCheck> examine_providers(Session& session, const Workspace& workspace, const TrustOptions& trust);

}  // namespace promptctl::cli
