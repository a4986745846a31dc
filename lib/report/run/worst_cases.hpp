#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "report/run/report_format.hpp"

namespace promptctl {

// What is to be known of a run's replies besides its figures.
struct RunNotes {
  std::map<std::string, std::size_t> cut;     // that ended in `length` or `content_filter`, by that word
  std::map<std::string, std::size_t> served;  // that came from another model than was asked, by its name
};

struct WorstCase {
  CaseResult result;
  std::size_t alike = 0;  // further ones that ended in the same error
};

struct WorstCases {
  std::vector<WorstCase> shown;
  std::size_t all = 0;  // cases that did not pass, shown or not
  RunNotes notes;
};

// The cases that did not pass, the worst first, at most so many: critical ones, then failures before errors, then the
// lowest score. One error is shown once, however many ended in it.
WorstCases find_worst(const RunReport& run, std::size_t most);

}  // namespace promptctl
