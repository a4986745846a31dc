#pragma once

#include <string_view>

#include "base/regex.hpp"

namespace promptctl {

// Whether a reply refuses, in English and in its own words: quotations and code are left out. Looked for where a
// sentence begins, behind apologies and reasons. Refusing to help at all counts anywhere; refusing to give or to make
// something counts in the first three sentences, unless the reply goes on with an answer. `limit` when the reply is too
// long to tell.
Match::Outcome find_refusal(std::string_view reply);

}  // namespace promptctl
