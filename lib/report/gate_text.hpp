#pragma once

#include <string>

#include "model/gate_report.hpp"
#include "report/report_format.hpp"

namespace promptctl {

// A gate's decision for reading in a terminal: the verdict, then one line a rule.
std::string gate_text(const GateReport& report, const ReportStyle& style);

}  // namespace promptctl
