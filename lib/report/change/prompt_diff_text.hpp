#pragma once

#include <string>

#include "prompt/diff/prompt_comparison.hpp"
#include "report/run/report_format.hpp"

namespace promptctl {

// A comparison for reading in a terminal: both addresses, then what changed for callers, in the settings, and in the
// text. Identical contents take one line.
std::string prompt_diff_text(const PromptComparison& comparison, const ReportStyle& style);

// The same without the line of the addresses, of contents that differ.
std::string content_change_text(const PromptComparison& comparison, const ReportStyle& style);

// Of that, all but the text: what changed for callers, in the settings, and among the partials.
std::string prompt_change_text(const PromptDiff& prompts, const ReportStyle& style);

}  // namespace promptctl
