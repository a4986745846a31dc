#pragma once

#include <string>

#include "model/prompt_diff.hpp"
#include "report/report_format.hpp"

namespace promptctl {

// A comparison for reading in a terminal: what changed for callers, in the settings, and in the text.
std::string prompt_diff_text(const PromptComparison& comparison, const ReportStyle& style);

}  // namespace promptctl
