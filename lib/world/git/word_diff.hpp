#pragma once

#include <span>

#include "prompt/diff/text_diff.hpp"

namespace promptctl {

// Fills in `words` of lines that were removed and of those that took their place. The lines are compared as two running
// texts, so that text that was only wrapped anew shows no change; white space counts in a line that otherwise is as it
// was. Where lines were added or removed next to changed ones, those stay out of it. Lines stay whole that have no word
// in common with the other text, and all do when less than about a third of the two texts is common.
void compare_words(std::span<DiffLine> removed, std::span<DiffLine> added);

}  // namespace promptctl
