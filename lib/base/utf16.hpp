#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace promptctl {

// The first and the second unit of the two that UTF-16 makes of a character beyond U+FFFF.
bool is_high_surrogate(std::uint32_t unit);
bool is_low_surrogate(std::uint32_t unit);
std::uint32_t character_of(std::uint32_t high, std::uint32_t low);

// Appends a character in UTF-8, or half a character in the three bytes that UTF-8 would give it (WTF-8).
void append_code_point(std::string& out, std::uint32_t point);

// Text that may hold halves of characters, as UTF-8: two that belong together are one character, and what is no
// character is U+FFFD.
std::string joined_surrogates(std::string_view text);

}  // namespace promptctl
