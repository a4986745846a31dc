#pragma once

#include "prompt/diff/prompt_comparison.hpp"
#include "prompt/prompt_bundle.hpp"

namespace promptctl {

// What the differences between two contents mean; `diff_files` shows the text. A prompt's name is no part of its
// content, so two prompts may be compared as well.
PromptDiff diff_prompts(const PromptBundle& before, const PromptBundle& after);

}  // namespace promptctl
