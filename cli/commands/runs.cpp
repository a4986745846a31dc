// `promptctl runs`: what is recorded in the run store.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/output/report_output.hpp"
#include "cli/workspace/workspace.hpp"

namespace promptctl::cli {
namespace {

struct RunsOptions {
  std::string run = "latest";
  std::vector<std::string> runs;
  FormOutput report;
};

// Throws `Failure` where no run was ever recorded.
std::string runs_path(const Session& session) {
  const auto root = find_root(session);
  if (!has_runs(root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "promptctl eval records one");
  }
  return state_path(root, "runs.db");
}

std::string start_text(const RunHeader& header) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(header.started);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(seconds - day);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

ExitCode list(Session& session) {
  const auto root = find_root(session);
  SqliteRunStore store(state_path(root, "runs.db"));
  const std::vector<RunHeader> headers = has_runs(root) ? store.list() : std::vector<RunHeader>();
  if (headers.empty()) {
    session.out << "no run is recorded here yet\n";
    return ExitCode::accepted;
  }
  session.out << fmt::format("{:<24} {:<21} {:<16} {:>12}  {}\n", "RUN", "STARTED", "SUITE", "PASSED", "VERDICT");
  for (const RunHeader& header : headers) {
    const RunSummary summary = make_report(store, header).summary;
    session.out << fmt::format(
        "{:<24} {:<21} {:<16} {:>12}  {}\n", header.id, start_text(header), printable(header.suite_id),
        fmt::format("{}/{}", grouped(summary.passed), grouped(summary.cases)), verdict_name(summary.verdict));
  }
  return ExitCode::accepted;
}

ExitCode show(const RunsOptions& options, Session& session) {
  check_form_output(options.report, run_forms(), session);
  SqliteRunStore store(runs_path(session));
  write_reports({make_report(store, find_run(store, options.run))}, options.report, session);
  return ExitCode::accepted;
}

// A run for forms that write its results one by one: no figure is made, and nothing of it is held in memory.
RunReport results_of(RunStore& store, const RunHeader& header) {
  RunReport report;
  report.header = header;
  report.each_result = [&store, id = header.id](const auto& visit) { store.each_result(id, visit); };
  return report;
}

ExitCode export_runs(RunsOptions options, Session& session) {
  if (options.report.format.empty()) {
    options.report.json = true;
  }
  check_form_output(options.report, run_forms(), session);
  SqliteRunStore store(runs_path(session));
  const std::vector<std::string> forms = forms_of(options.report, run_forms());
  const bool has_figures = std::any_of(forms.begin(), forms.end(), [](const std::string& form) {
    return form != "csv" && form != "jsonl" && form != "otel";
  });
  std::vector<RunReport> reports;
  for (const std::string& run : options.runs.empty() ? std::vector<std::string>{"latest"} : options.runs) {
    reports.push_back(has_figures ? make_report(store, find_run(store, run)) : results_of(store, find_run(store, run)));
  }
  write_reports(reports, options.report, session);
  return ExitCode::accepted;
}

ExitCode remove(const RunsOptions& options, Session& session) {
  SqliteRunStore store(runs_path(session));
  std::vector<RunHeader> headers;
  headers.reserve(options.runs.size());
  for (const std::string& run : options.runs) {
    headers.push_back(find_run(store, run));  // Nothing is deleted when one of them does not exist.
  }
  for (const RunHeader& header : headers) {
    store.remove(header.id);
    session.out << fmt::format("deleted {}\n", header.id);
  }
  if (headers.empty()) {
    throw Failure("usage", "name the runs to delete", "see promptctl runs list");
  }
  return ExitCode::accepted;
}

Action declare(Options& options) {
  options.command("list", "Every recorded run, newest first", [](Options&) { return Action(list); });
  options.command("show", "Report on a run again", [](Options& show_options) {
    const auto target = std::make_shared<RunsOptions>();
    show_options.argument("run", target->run, "Its id, or enough of it (the latest)", false);
    declare_form_output(show_options, target->report, run_forms());
    show_options.example("promptctl runs show --format junit");
    return [target](Session& session) { return show(*target, session); };
  });
  options.command("export", "Write runs with every result, as JSON unless another form is asked for",
                  [](Options& export_options) {
                    const auto target = std::make_shared<RunsOptions>();
                    export_options.arguments("runs", target->runs, "Their ids, or enough of them (the latest)");
                    declare_form_output(export_options, target->report, run_forms());
                    declare_signing(export_options, target->report);
                    export_options.example("promptctl runs export -o run.csv");
                    return [target](Session& session) { return export_runs(*target, session); };
                  });
  options.command("delete", "Forget runs and their results", [](Options& delete_options) {
    const auto target = std::make_shared<RunsOptions>();
    delete_options.arguments("runs", target->runs, "Their ids, or enough of them");
    delete_options.example("promptctl runs delete 20261121-221405-a3f9");
    return [target](Session& session) { return remove(*target, session); };
  });
  options.example("promptctl runs list");
  return {};
}

}  // namespace

const Command runs_command{"runs", "Show, export and delete recorded runs", declare};

}  // namespace promptctl::cli
