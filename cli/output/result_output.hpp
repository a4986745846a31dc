#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/line/options.hpp"
#include "document/value.hpp"
#include "report/run/report_format.hpp"

namespace promptctl::cli {

// Where a result that is no report of runs goes, and in which form: `--format console|json`, `--json` and `-o`.
struct ResultOptions {
  std::string format;
  bool json = false;
  std::vector<std::string> files;

  bool wants_json() const { return json || format == "json"; }
};

void declare_result_options(Options& options, ResultOptions& target);

// Throws `Failure` for a format that is not known, two that contradict each other, and a file that can't be written:
// before anything is recorded.
void check_result_options(const ResultOptions& options, const Session& session);

// Throws `Failure` (`unwritable-file`) for a file that can't be written.
void check_writable(const std::vector<std::string>& files, const Session& session);

// The two forms of a result, each made when it is asked for.
struct Result {
  std::function<std::string(const ReportStyle& style)> console;
  std::function<Value()> json;
};

// Standard output gets the form asked for, or the console's. Each file named gets the one its extension says (.json,
// .txt), else the one asked for, whole or not at all.
void write_result(const Result& result, const ResultOptions& options, Session& session);

// To standard output, or to the file instead when one is named, whole or not at all. Bytes go as they are.
void write_bytes(const std::string& text, const std::string& file, Session& session);
void write_json(const Value& value, const std::string& file, Session& session);

}  // namespace promptctl::cli
