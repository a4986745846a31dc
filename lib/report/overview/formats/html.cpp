// `html`: a page for a browser, with charts and every case; one file that loads nothing.

#include "report/overview/formats.hpp"
#include "report/overview/overview_value.hpp"
#include "report/page/page.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle&, std::ostream& out) {
  write_page(
      {overview.title, [&overview](std::ostream& document) { write_overview(overview, Results::written, document); }},
      out);
}

}  // namespace

const OverviewFormat html_overview{"html", "a page with charts and every case, for a browser", write, spelled_in_json};

}  // namespace promptctl
