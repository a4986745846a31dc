#pragma once

namespace promptctl {

// Of intervals where nobody names another.
constexpr double usual_confidence = 0.95;

}  // namespace promptctl
