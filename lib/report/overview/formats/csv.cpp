// `csv`: one figure a row (RFC 4180), for spreadsheets and trends.

#include <fmt/format.h>

#include <ostream>

#include "base/utc.hpp"
#include "report/overview/formats.hpp"
#include "report/overview/run_figures.hpp"
#include "report/text/csv_text.hpp"

namespace promptctl {
namespace {

void write(const Overview& overview, const ReportStyle&, std::ostream& out) {
  out << "run,started,prompt,version,digest,suite,model,figure,slice,value,low,high,unit\r\n";
  for (const RunReport& run : overview.runs) {
    const std::string head = fmt::format(
        "{},{},{},{},{},{},{}", csv_cell(run.header.id), utc_text(run.header.started), csv_cell(run.header.prompt_id),
        run.version ? std::to_string(*run.version) : "", run.header.prompt_digest, csv_cell(run.header.suite_id),
        csv_cell(run.header.targets.empty() ? "" : run.header.targets.front()));
    for (const RunFigure& figure : run_figures(run, overview.topics)) {
      out << fmt::format("{},{},{},{},{},{},{}\r\n", head, figure.name, csv_cell(figure.slice), figure.value,
                         figure.low, figure.high, figure.unit);
    }
  }
}

}  // namespace

const OverviewFormat csv_overview{"csv", "one figure a row, for spreadsheets", write};

}  // namespace promptctl
