#pragma once

#include <string>
#include <string_view>

#include "base/units.hpp"
#include "model/run_costs.hpp"

namespace promptctl {

// A part of so many, rounded half to even at the last decimal of `Usd`. `count` is above 0.
Usd divided(Usd total, long long count);

// So many calls a day, and 30 days of them. Exact, and beyond what `Usd` holds where it must be.
Projection projection_of(const MeanCost& mean, long long per_day);

// A decimal amount for people, thousands grouped: "$1,234.50"; below a dollar three significant digits, cents at least.
// Rounded half to even. `decimal` must be as `Projection` has it.
std::string dollars_text(std::string_view decimal);

}  // namespace promptctl
