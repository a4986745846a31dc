#pragma once

#include "compare/comparison.hpp"
#include "compare/figures.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What two runs were made under that makes their figures incomparable; empty when nothing does.
std::vector<Drift> drift_between(const RunHeader& before, const RunHeader& after);

// Whether what differs is only what the contents themselves name.
bool is_comparable(const std::vector<Drift>& drift);
bool are_comparable(const RunHeader& before, const RunHeader& after);

// Two runs, case by case. Every interval is at `confidence`. The same samples give the same comparison to the last bit:
// the bootstrap is seeded.
Comparison compare(const RunSample& before, const RunSample& after, double confidence = 0.95);

}  // namespace promptctl
