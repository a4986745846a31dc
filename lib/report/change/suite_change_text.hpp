#pragma once

#include <string>

#include "compare/suite_change.hpp"
#include "report/text/report_style.hpp"

namespace promptctl {

// What became of one suite on one model, for reading in a terminal: how many cases, the figures, the changed cases with
// their replies, and the line that says how it was made.
std::string suite_change_text(const SuiteChange& change, const ReportStyle& style);

}  // namespace promptctl
