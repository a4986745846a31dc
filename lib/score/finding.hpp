#pragma once

#include <string>
#include <string_view>

#include "score/assertion_type.hpp"

namespace promptctl {

Finding passed();

// The same, where an empty reply is what was asked for if `asks_for_blank`.
Finding passed_also_blank(bool asks_for_blank);

Finding failed(std::string reason);

// The reply has nothing that could be compared: neither the assertion nor its negation passes.
Finding nothing_to_compare(std::string reason);

// Nobody knows whether it passed.
Finding undecided(std::string reason);

// `text` in quotes, control characters escaped, in at most 80 columns.
std::string in_quotes(std::string_view text);

// `expected "…", not "…"`: both cropped to where they first differ.
std::string difference(std::string_view expected, std::string_view actual);

}  // namespace promptctl
