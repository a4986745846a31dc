#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "registry/project.hpp"

namespace promptctl {

// Reads one environment of promptctl.yaml, and reports what is wrong with it: unknown and misspelt keys, wrong kinds, a
// rule that bounds nothing, an `after` that names none of the environments before it.
Environment read_environment(const Field& environment, const Value& all, Diagnostics& diagnostics);

// The digest of what an environment asks for, by which events and runs name it; empty where it asks for nothing.
std::string conditions_digest(const Environment& environment);

}  // namespace promptctl
