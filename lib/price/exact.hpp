#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "base/units.hpp"

// Integers of any size, for sums and shares of money that must not lose a digit. Only for the .cpp files of this
// folder: the header is heavy.
namespace promptctl::exact {

using Integer = boost::multiprecision::cpp_int;

// The nearest whole number to numerator / denominator, which is positive; between two, the even one.
Integer divided(const Integer& numerator, const Integer& denominator);

// The same as an amount. What is beyond all measure saturates, as `Usd` does.
Usd usd(const Integer& numerator, const Integer& denominator);

}  // namespace promptctl::exact
