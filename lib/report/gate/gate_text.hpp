#pragma once

#include <string>

#include "gate/gate_report.hpp"
#include "report/run/report_format.hpp"
#include "report/text/table.hpp"

namespace promptctl {

// A gate's decision for reading in a terminal: the verdict, then one line a rule.
std::string gate_text(const GateReport& report, const ReportStyle& style);

// What the other forms for people share with it; nothing is escaped.

// The rules of one suite: what each came to, its figure with the interval, and why.
Table rules_table(const SuiteDecision& suite);

// Who answered, who vouches for it, and whose word the verdicts are: "answered by 127.0.0.1:8080, unsigned, …".
std::string witness_text(const Witness& witness);

// "evidence sha256:…, answered by …, signed by …; against sha256:…, likewise"; empty where there is none.
std::string gate_evidence_text(const SuiteDecision& suite);

// At which level the rules were decided; empty where no interval decided any.
std::string gate_level_text(const GateReport& report);

}  // namespace promptctl
