#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/suite_change.hpp"
#include "gate/gate_report.hpp"
#include "prompt/diff/prompt_comparison.hpp"
#include "report/run/report_format.hpp"

namespace promptctl {

// What changed between two contents of a prompt, and, where a gate was asked, what it says of that.
struct ChangeReport {
  std::string before;  // address; empty: there is nothing to compare with
  std::string after;
  std::optional<PromptComparison> content;  // none: not looked at
  std::vector<SuiteChange> suites;
  std::vector<std::string> notes;  // for people: suites that could not be compared, and why
  std::optional<GateReport> gate;
};

// A form that a report of changes can take. One file in formats/ each. The same reports give the same bytes.
struct ChangeFormat {
  std::string_view name;
  std::string_view summary;
  void (*write)(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out);
  CommandSpelling commands = spelled_in_text;  // as for `ReportFormat`
};

std::span<const ChangeFormat* const> change_formats();

// Null when there is no such format.
const ChangeFormat* find_change_format(std::string_view name);

}  // namespace promptctl
