#pragma once

#include "compare/comparison.hpp"
#include "report/text/table.hpp"

namespace promptctl {

// The figures of a comparison: before, after, the difference in points with its interval, and how sure that is.
Table figures_table(const Comparison& comparison);

// Times and costs, as far as they are known: before, after, and the ratio with its interval.
Table ratios_table(const Comparison& comparison);

}  // namespace promptctl
