#include "cli/output/report_output.hpp"

#include <algorithm>

#include "report/overview/overview.hpp"
#include "run/run_timing.hpp"
#include "run/summary.hpp"

namespace promptctl::cli {

const FormTable& run_forms() {
  static const FormTable forms = [] {
    FormTable table{report_format_names(),
                    {{".json", "json"},
                     {".intoto.jsonl", "in-toto"},
                     {".otel.jsonl", "otel"},
                     {".jsonl", "jsonl"},
                     {".csv", "csv"},
                     {".xml", "junit"},
                     {".html", "html"},
                     {".md", "markdown"},
                     {".prom", "prometheus"},
                     {".txt", "console"}},
                    10,
                    "failed cases in detail"};
    for (const OverviewFormat* format : overview_formats()) {
      if (find_report_format(format->name) == nullptr) {
        table.names.push_back(format->name);
      }
    }
    std::sort(table.names.begin(), table.names.end());
    table.commands = [](std::string_view form) {
      const ReportFormat* format = find_report_format(form);
      return format != nullptr ? format->commands : find_overview_format(form)->commands;
    };
    return table;
  }();
  return forms;
}

void write_reports(const std::vector<RunReport>& runs, const FormOutput& output, const Session& session) {
  const auto write = [&runs](std::string_view form, const ReportStyle& style, std::ostream& out) {
    if (const ReportFormat* format = find_report_format(form)) {
      format->write(runs, style, out);
    } else if (!runs.empty()) {
      Overview overview;
      overview.title = runs.back().header.prompt_id;
      overview.runs = runs;
      find_overview_format(form)->write(overview, style, out);
    }
  };
  write_forms(output, run_forms(), write, session);
}

RunReport make_report(RunStore& store, const RunHeader& header, const CostQuestion& question) {
  RunReport report;
  report.header = header;
  report.each_result = [&store, id = header.id](const auto& visit) { store.each_result(id, visit); };
  RunTiming timing;
  RunCosting costing(question);
  report.summary = summarize(header, [&](const auto& visit) {
    report.each_result([&](const CaseResult& result) {
      timing.add(result);
      costing.add(result);
      visit(result);
    });
  });
  report.times = timing.finish();
  report.costs = costing.finish(report.summary.passed);
  return report;
}

}  // namespace promptctl::cli
