#pragma once

#include "base/diagnostic.hpp"
#include "exchange/request.hpp"
#include "registry/project.hpp"

namespace promptctl {

// Whether the registry describes the provider that a target names; if not, `unknown-provider` is reported at `where`,
// the place of the name.
bool check_provider(const Target& target, const Location& where, const Project& project, Diagnostics& diagnostics);

}  // namespace promptctl
