#pragma once

#include "compare/comparison.hpp"
#include "compare/figures.hpp"

namespace promptctl {

// Fills in what became of each joined case: counts, changes, flips, and the bounds that undecided cases leave.
void compare_cases(const RunSample& before, const RunSample& after, const CaseJoin& join, Comparison& comparison);

}  // namespace promptctl
