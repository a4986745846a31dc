// `prometheus`: for the textfile collector of the node exporter, which dashboards and alerts read.

#include "report/overview/formats.hpp"
#include "report/overview/metric_lines.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle&, std::ostream& out) {
  write_metric_lines(overview, out);
}

}  // namespace

const OverviewFormat prometheus_overview{"prometheus", "gauges for Prometheus's textfile collector", write,
                                         spelled_in_labels};

}  // namespace promptctl
