#include "cli/report_output.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>
#include <utility>

#include "base/diagnostic.hpp"
#include "cli/workspace.hpp"
#include "flow/summary.hpp"

namespace promptctl::cli {
namespace {

// The first that fits: `.intoto.jsonl` is no `.jsonl`.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> formats_by_extension{
    {{".txt", "console"},
     {".json", "json"},
     {".xml", "junit"},
     {".intoto.jsonl", "in-toto"},
     {".jsonl", "jsonl"},
     {".csv", "csv"}}};

// The extension decides where it says something: JSON in an .xml would help nobody.
std::string_view format_for_file(const std::string& path, const std::string& asked) {
  for (const auto& [extension, format] : formats_by_extension) {
    if (path.ends_with(extension)) {
      return format;
    }
  }
  if (asked.empty()) {
    throw Failure(
        "usage", fmt::format("`-o {}` does not say in which form", path),
        "add --format, or end the name in .json, .jsonl, .intoto.jsonl (evidence), .csv, .xml (JUnit) or .txt");
  }
  return asked;
}

std::string asked_format(const ReportOptions& options) {
  return options.json ? "json" : options.format;
}

void write_file(const std::vector<RunReport>& runs, const std::string& path, const ReportFormat& format,
                const Session& session) {
  std::ostringstream text;
  format.write(runs, {}, text);
  write_file_atomically(in_session(session, path), text.str(), path);
}

}  // namespace

void declare_report_options(Options& options, ReportOptions& target) {
  options.text("--format", "FORMAT", target.format, fmt::format("One of: {}", fmt::join(report_format_names(), ", ")));
  options.flag("--json", target.json, "Short for --format json");
  options.texts("-o,--output", "FILE", target.files,
                "Write the report to a file too; its form by extension, else --format");
  options.number("--cases", target.most_cases, {0}, "Show at most N failed cases in detail (10)");
}

void check_report_options(const ReportOptions& options, const Session& session) {
  const std::string asked = asked_format(options);
  if (options.json && !options.format.empty() && options.format != "json") {
    throw Failure("usage", fmt::format("--json and --format {} contradict each other", options.format),
                  "leave one out");
  }
  if (!asked.empty() && find_report_format(asked) == nullptr) {
    throw Failure("usage", fmt::format("unknown format `{}`", asked),
                  fmt::format("one of: {}", fmt::join(report_format_names(), ", ")));
  }
  std::set<std::string> seen;
  for (const std::string& path : options.files) {
    format_for_file(path, asked);
    std::error_code error;
    if (std::filesystem::is_directory(in_session(session, path), error)) {
      throw Failure("unwritable-file", whole_file(path), "cannot write the report: it is a folder");
    }
    if (!seen.insert(path).second) {
      throw Failure("usage", fmt::format("`-o {}` is given twice", path));
    }
  }
}

void write_reports(const std::vector<RunReport>& runs, const ReportOptions& options, const Session& session) {
  const std::string asked = asked_format(options);
  ReportStyle style;
  style.color = use_color(session);
  style.width = session.width;
  style.most_cases = static_cast<std::size_t>(options.most_cases.value_or(static_cast<long long>(style.most_cases)));
  find_report_format(asked.empty() ? "console" : asked)->write(runs, style, session.out);
  for (const std::string& path : options.files) {
    write_file(runs, path, *find_report_format(format_for_file(path, asked)), session);
  }
}

RunReport make_report(RunStore& store, const RunHeader& header) {
  RunReport report;
  report.header = header;
  report.each_result = [&store, id = header.id](const auto& visit) { store.each_result(id, visit); };
  report.summary = summarize(header, report.each_result);
  return report;
}

}  // namespace promptctl::cli
