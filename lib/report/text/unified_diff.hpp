#pragma once

#include <string>

#include "prompt/diff/text_diff.hpp"

namespace promptctl {

// One hunk as `diff -u` writes it, its text printable.
std::string unified_hunk(const DiffHunk& hunk);

}  // namespace promptctl
