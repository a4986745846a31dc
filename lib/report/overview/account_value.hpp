#pragma once

#include "document/value.hpp"
#include "run/run_costs.hpp"
#include "run/run_times.hpp"

namespace promptctl {

// What a run cost and how long it took, as `cost` and `latency` in docs/report-json.md.
// `budget` is that of the run's suite.
Value costs_value(const RunCosts& costs, const std::optional<Usd>& budget);
Value times_value(const RunTimes& times);

}  // namespace promptctl
