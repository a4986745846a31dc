#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace promptctl {

// A number by its decimal digits, for the comparisons that doubles get wrong: 9007199254740993 is more than
// 9007199254740992, and 19.99 is a multiple of 0.01.
class Decimal {
 public:
  // The `text` of a number `Value`.
  explicit Decimal(std::string_view text);

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const = default;

  bool is_positive() const { return !negative_ && !digits_.empty(); }

  // Exact for a divisor of at most 18 digits, beyond that as good as doubles are. `divisor` must be positive.
  bool is_multiple_of(const Decimal& divisor) const;

 private:
  long long power_of_last_digit() const { return exponent_ - static_cast<long long>(digits_.size()); }
  double nearest() const;

  // The number is 0.DIGITS times 10 to the exponent. No zeros at either end of the digits; none at all is zero.
  std::string digits_;
  long long exponent_ = 0;
  bool negative_ = false;
};

}  // namespace promptctl
