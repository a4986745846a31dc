// `openmetrics`: the same gauges with the mark that tells a whole file from one that was cut.

#include <ostream>

#include "report/overview/formats.hpp"
#include "report/overview/metric_lines.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle&, std::ostream& out) {
  write_metric_lines(overview, out);
  out << "# EOF\n";
}

}  // namespace

const OverviewFormat openmetrics_overview{"openmetrics", "the same gauges as OpenMetrics", write, spelled_in_labels};

}  // namespace promptctl
