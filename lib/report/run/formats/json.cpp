// `json`: one run as an object, several as a list of them; docs/run-json.md describes every field.

#include <ostream>

#include "document/json.hpp"
#include "report/run/formats.hpp"
#include "report/run/run_value.hpp"

namespace promptctl {
namespace {

// The head is small and indented; results follow one a line, so that a large run is neither held in memory nor
// unreadable.
void write_run(const RunReport& run, std::ostream& out) {
  std::string head = indented_json(run_value(run.header, run.summary));
  head.erase(head.rfind("\n}"));
  out << head << ",\n  \"results\": [";
  const char* before = "\n    ";
  run.each_result([&](const CaseResult& result) {
    out << before << compact_json(result_value(result));
    before = ",\n    ";
  });
  out << "\n  ]\n}";
}

void write(std::span<const RunReport> runs, const ReportStyle&, std::ostream& out) {
  if (runs.size() == 1) {
    write_run(runs.front(), out);
    out << "\n";
    return;
  }
  out << "[";
  const char* before = "";
  for (const RunReport& run : runs) {
    out << before;
    write_run(run, out);
    before = ",\n";
  }
  out << "]\n";
}

}  // namespace

const ReportFormat json_format{"json", "everything, for programs", write, spelled_in_json};

}  // namespace promptctl
