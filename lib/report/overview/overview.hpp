#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/change/change_report.hpp"
#include "report/run/report_format.hpp"

namespace promptctl {

// What an overview is about.
struct Topics {
  bool quality = true;
  bool cost = true;
  bool latency = true;
};

// Runs side by side: how good, how dear and how slow. The last run is the one that is shown in detail.
struct Overview {
  std::string title;
  Topics topics;
  std::vector<RunReport> runs;        // oldest first; at least one
  std::vector<ChangeReport> changes;  // from one version to another, where two are compared
  std::vector<std::string> notes;     // for people: what could not be shown, and why
};

// A form that an overview can take. One file in formats/ each. The same runs give the same bytes.
struct OverviewFormat {
  std::string_view name;
  std::string_view summary;
  void (*write)(const Overview& overview, const ReportStyle& style, std::ostream& out);
  CommandSpelling commands = spelled_in_text;  // as for `ReportFormat`
};

std::span<const OverviewFormat* const> overview_formats();

// Null when there is no such format.
const OverviewFormat* find_overview_format(std::string_view name);

}  // namespace promptctl
