#pragma once

#include <optional>
#include <string>

#include "base/units.hpp"
#include "document/value.hpp"
#include "stats/estimate.hpp"

// The figures of a run as JSON, alike in reports and in evidence. What is not known is null.
namespace promptctl {

// Six decimals, and six significant digits of what is below 0.1: only 0 is written as 0, and the last bits of floating
// point stay out of the output. JSON has no infinity: an unbounded figure is null.
Value figure_value(double number);

// The same as text; "+Inf", "-Inf" or "NaN" for what JSON does not have.
std::string figure_text(double number);

Value count_value(std::size_t number);

// `name` is what the figure between `low` and `high` is called.
Value interval_value(const std::optional<Interval>& interval, const std::string& name);
Value quantiles_value(const std::optional<Quantiles>& quantiles);

// A decimal as text: money never meets binary floating point.
Value cost_value(const std::optional<Usd>& cost);

}  // namespace promptctl
