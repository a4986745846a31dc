#pragma once

#include <string>
#include <vector>

#include "report/overview/overview.hpp"

namespace promptctl {

// One figure of a run, as machines take it. Numbers are texts: money is exact. `low` and `high` are of its 95 %
// interval; empty where there is none.
struct RunFigure {
  std::string name;   // "pass_rate", "cost", "latency_p95": one of those in docs/report.md
  std::string slice;  // a tag or a metric; empty: all cases
  std::string value;  // empty: beyond what was measured, as a p95 among calls that timed out
  std::string low;
  std::string high;
  std::string unit;  // "share", "USD", "ms", "count"
};

// What is known of them, in a fixed order.
std::vector<RunFigure> run_figures(const RunReport& run, const Topics& topics);

}  // namespace promptctl
