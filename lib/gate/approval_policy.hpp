#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "gate/policy.hpp"

namespace promptctl {

// Reads the map `approvals` of an environment, and reports what is wrong with it: unknown keys, patterns for names,
// more approvals than there are people who may give one.
ApprovalPolicy read_approvals(const Value& approvals, Diagnostics& diagnostics);

// The addresses that the map `overrides` of an environment names; without any, nobody may override.
std::vector<std::string> read_overriders(const Value& overrides, Diagnostics& diagnostics);

}  // namespace promptctl
