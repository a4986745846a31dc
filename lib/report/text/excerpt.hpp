#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace promptctl {

// `text` with its line breaks and tabs, and all else as `printable` has it.
std::string printable_lines(std::string_view text);

// `text` when it has at most `most` bytes; else its start, cut between characters, and a line that says how many bytes
// follow.
std::string excerpt(std::string_view text, std::size_t most);

}  // namespace promptctl
