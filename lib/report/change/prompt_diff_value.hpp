#pragma once

#include "document/value.hpp"
#include "prompt/diff/prompt_comparison.hpp"

namespace promptctl {

// A comparison in the shape of `content` in docs/diff.md.
Value prompt_diff_value(const PromptComparison& comparison);

}  // namespace promptctl
