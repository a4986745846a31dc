#pragma once

#include <functional>
#include <iosfwd>

#include "report/overview/overview.hpp"

namespace promptctl {

// An overview as JSON, in the shape of docs/report-json.md, indented; with `results`, the last run and those that are
// compared have every result, one a line: nothing of these is held in memory.
enum class Results { left_out, written };
void write_overview(const Overview& overview, Results results, std::ostream& out);

}  // namespace promptctl
