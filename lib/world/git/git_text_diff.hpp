#pragma once

#include <string_view>
#include <vector>

#include "prompt/bundle.hpp"
#include "prompt/diff/prompt_comparison.hpp"
#include "prompt/diff/text_diff.hpp"

namespace promptctl {

// As git compares two texts, with three lines around each change. Where removed lines are followed by added ones, both
// are also compared word by word, unless they have next to nothing in common.
TextDiff diff_texts(std::string_view before, std::string_view after);

// The files that differ: the prompt first, then partials by name. One that is only in one of the contents is compared
// with an empty text.
std::vector<FileDiff> diff_files(const BundleText& before, const BundleText& after);

}  // namespace promptctl
