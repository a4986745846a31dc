#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "gate/policy.hpp"

namespace promptctl {

// Reads the map `gate` of an environment, or of a policy's own file, and reports what is wrong with it: unknown and
// misspelt keys, a rule that bounds nothing, a bound that its figure can't have or in another unit than the figure's.
GatePolicy read_gate(const Value& gate, Diagnostics& diagnostics);

// A YAML file that holds such a map. None after a fault.
std::optional<GatePolicy> read_policy_file(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
