#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "base/units.hpp"

// Integers for sums and shares of money that must not lose a digit. Only for the .cpp files of this folder: the header
// is heavy.
namespace promptctl::exact {

// 154 digits: a product of seven amounts or counts of 64 bits fits. Beyond them it throws, and never wraps.
using Integer = boost::multiprecision::checked_int512_t;

// The nearest whole number to numerator / denominator, which is positive; between two, the even one.
Integer divided(const Integer& numerator, const Integer& denominator);

// The same as an amount. What is beyond all measure saturates, as `Usd` does.
Usd usd(const Integer& numerator, const Integer& denominator);

}  // namespace promptctl::exact
