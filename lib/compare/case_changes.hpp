#pragma once

#include "compare/figures.hpp"
#include "model/comparison.hpp"

namespace promptctl {

// Fills in what became of each joined case: counts, changes, flips, and the bounds that undecided cases leave.
void compare_cases(const RunSample& before, const RunSample& after, const CaseJoin& join, Comparison& comparison);

}  // namespace promptctl
