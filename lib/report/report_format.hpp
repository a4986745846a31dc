#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/workflow_command.hpp"
#include "model/run_costs.hpp"
#include "model/run_record.hpp"
#include "model/run_times.hpp"

namespace promptctl {

// One run as a report sees it.
struct RunReport {
  RunHeader header;
  RunSummary summary;
  RunCosts costs;
  RunTimes times;
  std::optional<long long> version;  // that the ledger has of this content

  // Visits each result in the order of dataset, target, repeat; may be called more than once.
  std::function<void(const std::function<void(const CaseResult&)>&)> each_result;
};

// How a report for people is laid out. Reports for machines ignore it.
struct ReportStyle {
  bool color = false;
  std::size_t width = 80;       // columns
  std::size_t most_cases = 10;  // shown in detail

  // The path, as the host of the repository knows it, of the file of a prompt; empty where there is none. Null: nobody
  // knows, and no form names a file.
  std::function<std::string(const std::string& prompt)> file_of_prompt = nullptr;

  // Evidence with a signature, of a statement without one. Null: evidence is not signed.
  std::function<std::string(const std::string& statement)> sign = nullptr;

  std::string file_of(const std::string& prompt) const { return file_of_prompt ? file_of_prompt(prompt) : ""; }
};

// A form a report can take. One file in formats/ each. The same runs give the same bytes.
struct ReportFormat {
  std::string_view name;
  std::string_view summary;
  void (*write)(std::span<const RunReport> runs, const ReportStyle& style, std::ostream& out);
  CommandSpelling commands = spelled_in_text;  // how the form writes what a workflow would take for a command
};

std::span<const ReportFormat* const> report_formats();

// Null when there is no such format.
const ReportFormat* find_report_format(std::string_view name);

std::vector<std::string_view> report_format_names();

}  // namespace promptctl
