#pragma once

#include <functional>
#include <string>

#include "cli/options.hpp"
#include "model/value.hpp"

namespace promptctl::cli {

// Where a result that is no report of runs goes, and in which form: `--format console|json`, `--json` and `-o`.
struct ResultOptions {
  std::string format;
  bool json = false;
  std::string file;

  bool wants_json() const { return json || format == "json"; }
};

void declare_result_options(Options& options, ResultOptions& target);

// Throws `Failure` (`usage`) for a format that is not known, or two that contradict each other.
void check_result_options(const ResultOptions& options);

// To standard output, or to the file, whole or not at all.
void write_result(const std::string& text, const ResultOptions& options, Session& session);
void write_result(const Value& json, const ResultOptions& options, Session& session);

}  // namespace promptctl::cli
