// `json`: every figure, for programs; docs/report-json.md describes each.

#include "report/overview/formats.hpp"
#include "report/overview/overview_value.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle&, std::ostream& out) {
  write_overview(overview, Results::left_out, out);
}

}  // namespace

const OverviewFormat json_overview{"json", "every figure, for programs", write, spelled_in_json};

}  // namespace promptctl
