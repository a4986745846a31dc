#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// Whether a reader sees nothing: no characters at all, or only white space, control characters, and those that Unicode
// gives no shape (zero-width spaces and joiners, soft hyphens, variation selectors, fillers).
bool is_blank(std::string_view text);

// The decimal digits of every script as 0 to 9 (full-width, Arabic, Devanagari …), their separators as `,` and `.`, the
// minus sign, the hyphens and the en dash as `-`, and a vulgar fraction as `1/2`. All else stays as it is.
std::string with_plain_numbers(std::string_view text);

}  // namespace promptctl
