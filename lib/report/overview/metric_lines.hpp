#pragma once

#include <iosfwd>

#include "report/overview/overview.hpp"

namespace promptctl {

// Gauges in Prometheus's text format: of each prompt, suite and model the newest run, so that no series is there twice.
// OpenMetrics is the same but for its end.
void write_metric_lines(const Overview& overview, std::ostream& out);

}  // namespace promptctl
