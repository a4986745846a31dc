#include "price/exact.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace promptctl::exact {

Integer divided(const Integer& numerator, const Integer& denominator) {
  Integer quotient;
  Integer rest;
  boost::multiprecision::divide_qr(numerator, denominator, quotient, rest);  // towards 0
  const Integer twice = abs(rest) * 2;
  const bool is_odd = quotient % 2 != 0;
  if (twice > denominator || (twice == denominator && is_odd)) {
    quotient += numerator < 0 ? -1 : 1;
  }
  return quotient;
}

Usd usd(const Integer& numerator, const Integer& denominator) {
  const Integer least = std::numeric_limits<std::int64_t>::min();
  const Integer most = std::numeric_limits<std::int64_t>::max();
  const Integer picodollars = std::clamp(divided(numerator, denominator), least, most);
  return Usd::picodollars(static_cast<std::int64_t>(picodollars));
}

}  // namespace promptctl::exact
