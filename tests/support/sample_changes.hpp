#pragma once

#include <string>
#include <vector>

#include "report/change/change_report.hpp"

namespace promptctl::testing {

// Two reports with something in every field: one that a gate rejects on two suites, the other identical and accepted.
std::vector<ChangeReport> sample_changes();

// Tries to end cells, code, elements and lines, to notify people, to load something, and to disguise itself.
extern const std::string hostile_text;

// A report with `hostile_text` wherever a text comes from outside.
ChangeReport hostile_change();

}  // namespace promptctl::testing
