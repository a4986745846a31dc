#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/units.hpp"

namespace promptctl {

// An amount from a JSON number's text, with an exponent or without, rounded to twelve significant digits: more than
// anyone publishes, so that the dust of floating point (0.18000000000000002) stays out. None below 0 and for no number.
std::optional<Usd> read_amount(std::string_view number);

// The mean of `count` amounts, which is at least 1; rounded half to even.
Usd divided(Usd total, long long count);

// Multiplied by `times` and divided by `over`, which is positive.
struct Factor {
  long long times = 1;
  long long over = 1;
};

// `amount` scaled by all factors, at most six, rounded once, half to even: a whole number of picodollars, for
// `decimal_text` and `money_text`. A month of calls: `scaled(total, {{calls_a_day, calls}, {487, 16}})`, of 30.4375
// days.
std::string scaled(Usd amount, std::initializer_list<Factor> factors);

}  // namespace promptctl
