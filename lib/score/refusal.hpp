#pragma once

#include <string_view>

#include "base/regex.hpp"

namespace promptctl {

// Whether a reply refuses, by the phrases that models refuse with (after the list in promptfoo's `is-refusal`,
// inflected evenly). English only. `limit` when the reply is too long to tell.
Match::Outcome find_refusal(std::string_view reply);

}  // namespace promptctl
