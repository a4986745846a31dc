#pragma once

#include <string>

#include "compare/comparison.hpp"

namespace promptctl {

// The differences of a comparison's figures with their intervals, as SVG that stands in HTML and is drawn by its style
// sheet; what it shows is in its `<desc>` too. At most 40 figures; empty without any.
std::string forest_plot(const Comparison& comparison);

}  // namespace promptctl
