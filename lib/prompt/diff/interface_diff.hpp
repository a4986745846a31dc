#pragma once

#include "prompt/diff/prompt_comparison.hpp"
#include "prompt/prompt.hpp"

namespace promptctl {

// What changed for callers. A variable with a default value counts as optional, since no caller has to give it.
//
// Variance decides the impact: an input that takes less, or must now be given, breaks callers, and so does an output
// that gives more kinds of values than before, or may now be missing.
InterfaceDiff diff_interfaces(const Prompt& before, const Prompt& after);

}  // namespace promptctl
