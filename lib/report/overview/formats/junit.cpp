// `junit`: every result as a test case, for CI servers.

#include "report/overview/formats.hpp"
#include "report/run/formats.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle& style, std::ostream& out) {
  junit_format.write(overview.runs, style, out);
}

}  // namespace

const OverviewFormat junit_overview{"junit", "test results for CI servers", write, spelled_in_xml};

}  // namespace promptctl
