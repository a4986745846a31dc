#pragma once

#include "model/prompt_diff.hpp"
#include "model/value.hpp"

namespace promptctl {

// A comparison in the shape of `content` in docs/diff.md.
Value prompt_diff_value(const PromptComparison& comparison);

}  // namespace promptctl
