#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "ports/run_store.hpp"
#include "report/report_format.hpp"

namespace promptctl::cli {

// Where results go and in what form: `--format`, `--json` and `-o`, alike in every command that has results.
struct ReportOptions {
  std::string format;
  bool json = false;
  std::vector<std::string> files;
  std::optional<long long> most_cases;
};

void declare_report_options(Options& options, ReportOptions& target);

// Throws `Failure` for a format that is not known or not said, and for a file that can't be one, before anything is
// run.
void check_report_options(const ReportOptions& options, const Session& session);

// Standard output gets the format asked for, or `console`. Each file named gets the one its extension says (.json, .xml
// for junit, .jsonl, .intoto.jsonl for in-toto, .csv, .txt for console), else the one asked for. Files are written
// whole or not at all, after standard output.
void write_reports(const std::vector<RunReport>& runs, const ReportOptions& options, const Session& session);

// The run as a report reads it from the store, which must outlive the report.
RunReport make_report(RunStore& store, const RunHeader& header);

}  // namespace promptctl::cli
