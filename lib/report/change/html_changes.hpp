#pragma once

#include <cstddef>
#include <string>

#include "compare/suite_change.hpp"
#include "gate/gate_report.hpp"
#include "prompt/diff/prompt_comparison.hpp"

// The parts of a report of changes in HTML; formats/html.cpp puts them on a page.
namespace promptctl {

// The rules of a gate, suite by suite.
std::string html_rules(const GateReport& gate);

// What became of one suite on one model, with the first `most_cases` of the changed cases.
std::string html_suite(const SuiteChange& change, std::size_t most_cases);

// What changed in the prompt itself: for callers, in the settings, and in the text.
std::string html_content(const PromptComparison& content);

}  // namespace promptctl
