#pragma once

#include <string_view>

#include "base/regex.hpp"

namespace promptctl {

// Matches what `comparable_reply` gives for a reply that refuses, by the phrases that models refuse with (after the
// list in promptfoo's `is-refusal`, inflected evenly). English only.
Regex refusal_pattern();

// Without white space at its ends, case folded, apostrophes plain.
std::string comparable_reply(std::string_view reply);

}  // namespace promptctl
