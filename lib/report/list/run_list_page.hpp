#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "run/run_record.hpp"

namespace promptctl {

// One recorded run in a list.
struct ListedRun {
  RunHeader header;
  RunSummary summary;
  std::optional<long long> version;
  bool is_going_on = false;  // results are missing, and were written just now
};

// Runs for a browser, newest first: how each prompt does over time, and two to compare. Links lead to
// /runs/ID, /prompts/NAME and /compare?before=ID&after=ID.
struct RunList {
  std::vector<ListedRun> runs;
  std::string prompt;    // the only one that is listed; empty: all
  std::size_t page = 1;  // from 1
  bool has_more = false;
};

// No script; it asks for itself anew every two seconds while a run goes on.
void write_run_list(const RunList& list, std::ostream& out);

// A page that says what is wrong, with a link to the list.
void write_notice_page(const std::string& notice, std::ostream& out);

}  // namespace promptctl
