#pragma once

#include <string>

#include "prompt/diff/text_diff.hpp"
#include "report/run/report_format.hpp"

namespace promptctl {

// Hunks for reading in a terminal. Changed words stand out by colour; without it they are marked as git's
// --word-diff=plain marks them: [-old-]{+new+}. A line that is wider than the terminal goes on behind a `│`.
std::string text_diff_text(const TextDiff& diff, const ReportStyle& style);

}  // namespace promptctl
