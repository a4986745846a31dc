#pragma once

#include "model/run_costs.hpp"
#include "model/run_times.hpp"
#include "model/value.hpp"

namespace promptctl {

// What a run cost and how long it took, as `cost` and `latency` in docs/report-json.md.
Value costs_value(const RunCosts& costs);
Value times_value(const RunTimes& times);

}  // namespace promptctl
