#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/workflow_command.hpp"
#include "report/text/report_style.hpp"
#include "run/run_costs.hpp"
#include "run/run_record.hpp"
#include "run/run_times.hpp"

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
