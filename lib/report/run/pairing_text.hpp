#pragma once

#include <string>

#include "analysis/win_rate.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// The replies of two runs, held against each other by a pairwise judge.
struct PairedRuns {
  RunHeader before;
  RunHeader after;
  std::string judge;
  WinRate rate;
  std::size_t unpaired = 0;       // cases without a reply in one of the runs
  double mean_length_before = 0;  // characters of the replies that were paired
  double mean_length_after = 0;
  JudgingSummary judging;
  bool interrupted = false;
};

std::string pairing_text(const PairedRuns& paired, std::size_t width);
Value pairing_value(const PairedRuns& paired);

}  // namespace promptctl
