#pragma once

#include <string>
#include <utility>
#include <vector>

#include "report/overview/overview.hpp"
#include "report/text/table.hpp"

// What an overview says, alike in every form for people. Names come from outside, and nothing here is escaped: that is
// for the form that prints them.
namespace promptctl {

struct NamedTable {
  std::string title;
  Table table;
};

// A part under one heading: facts first, then tables, then what to know beside them.
struct OverviewSection {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  // label and text
  std::vector<NamedTable> tables;
  std::vector<NamedTable> details;  // for a second look: folded where a form can fold
  std::vector<std::string> remarks;
};

// "support/triage version 3 on triage with openai/gpt-4o-mini"
std::string run_title(const RunReport& run);

// All runs, one a row, the columns those of the topics.
Table runs_table(const Overview& overview);

OverviewSection quality_section(const RunReport& run);
OverviewSection cost_section(const RunReport& run);
OverviewSection latency_section(const RunReport& run);

// Those of the topics, of the last run.
std::vector<OverviewSection> overview_sections(const Overview& overview);

// The story of a share, 0 to 1, in eight heights: "▅▆█".
std::string sparkline(const std::vector<double>& shares);

// A bar of at most `width` columns for a share of 0 to 1, to an eighth of a column: "███▌".
std::string bar(double share, std::size_t width);

// "92.5%"
std::string percent_text(double share);

// "92.5% (90.2% to 94.1%)"; "92.5% (one group)", which bounds nothing; "not known" without one. A score must be known.
std::string pass_rate_text(const RunSummary& summary);
std::string score_text(const RunSummary& summary);

// "840ms", "1.24s".
std::string milliseconds_text(double milliseconds);

}  // namespace promptctl
