#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "compare/comparison.hpp"
#include "gate/gate_report.hpp"
#include "run/run_sample.hpp"

namespace promptctl::testing {

// The results of a run of up to `cases` cases with tags, metrics, costs and times; some without a verdict, in
// quarantine or critical. Two with the same `cases` share most of their ids.
struct RandomRun {
  std::size_t cases = 40;
  int repeats = 1;
  bool grouped = false;
};

std::vector<CaseResult> random_results(const RandomRun& run, Random& random);

// The cases in another order; the repeats of each stay together.
std::vector<CaseResult> shuffled(const std::vector<CaseResult>& results, Random& random);

RunSample sample_of(const std::vector<CaseResult>& results, Reducer reducer);

// `count` cases of one repeat each that passed, or failed, as given; ids in order.
RunSample run_of_verdicts(const std::vector<bool>& passed);

// All that they hold, every digit of it.
std::string text_of(const Comparison& comparison);
std::string text_of(const GateReport& report);

}  // namespace promptctl::testing
