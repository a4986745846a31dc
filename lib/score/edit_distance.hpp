#pragma once

#include <cstddef>
#include <string_view>

namespace promptctl {

// Levenshtein distance: the fewest characters to insert, delete or change to make `a` into `b`. Bit-parallel in blocks
// of 64 (Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46, 1999; Hyyrö, 2003).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace promptctl
