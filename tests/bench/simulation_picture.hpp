#pragma once

#include <string>
#include <vector>

#include "tests/bench/simulated_decisions.hpp"

namespace promptctl::bench {

// SVG, 900 wide: what is blocked although nothing changed, and what is accepted although it is worse, against the
// number of cases, with bars of two Monte-Carlo standard errors to each side.
std::string picture_of(const std::vector<Row>& rows);

}  // namespace promptctl::bench
