#pragma once

#include <span>

#include "stats/interval.hpp"

namespace promptctl {

// The values at two ranks, of which 1 is the first value's, rounded outwards; −infinity or +infinity where there is
// none.
Bounds at_ranks(std::span<const double> sorted, double low, double high);

}  // namespace promptctl
