#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "report/change_report.hpp"

namespace promptctl::cli {

// Where a report of changes goes and in what form: `--format`, `--json`, `-o` and `--cases`.
struct ChangeOutput {
  std::string format;
  bool json = false;
  std::vector<std::string> files;
  std::optional<long long> most_cases;
};

void declare_change_output(Options& options, ChangeOutput& target);

// Throws `Failure` for a format that is not known, two that contradict each other, and a file that can't be written:
// before anything is run.
void check_change_output(const ChangeOutput& output, const Session& session);

// How many changed cases are shown with their replies.
std::size_t most_cases(const ChangeOutput& output);

// Standard output gets the format asked for, or `console`. Each file named gets the one its extension says (.json, .md,
// .html, .txt), else the one asked for, whole or not at all. `github` also adds the markdown to the file that
// GITHUB_STEP_SUMMARY names.
void write_changes(const std::vector<ChangeReport>& changes, const ChangeOutput& output, const Session& session);

}  // namespace promptctl::cli
