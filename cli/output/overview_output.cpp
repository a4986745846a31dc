#include "cli/output/overview_output.hpp"

namespace promptctl::cli {

const FormTable& overview_forms() {
  static const FormTable forms = [] {
    FormTable table{{},
                    {{".html", "html"},
                     {".md", "markdown"},
                     {".json", "json"},
                     {".csv", "csv"},
                     {".xml", "junit"},
                     {".prom", "prometheus"},
                     {".txt", "console"}},
                    5,
                    "changed cases with their replies"};
    for (const OverviewFormat* format : overview_formats()) {
      table.names.push_back(format->name);
    }
    table.commands = [](std::string_view form) { return find_overview_format(form)->commands; };
    return table;
  }();
  return forms;
}

void write_overview(const Overview& overview, const FormOutput& output, const Session& session) {
  const auto write = [&overview](std::string_view form, const ReportStyle& style, std::ostream& out) {
    find_overview_format(form)->write(overview, style, out);
  };
  write_forms(output, overview_forms(), write, session);
}

}  // namespace promptctl::cli
