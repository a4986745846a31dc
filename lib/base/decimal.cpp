#include "base/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_exact_digits = 18;
constexpr std::string_view beyond_every_double = "1e400";

std::strong_ordering order_of(int sign) {
  return sign < 0 ? std::strong_ordering::less : sign > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace

Decimal::Decimal(std::string_view text) {
  negative_ = text.starts_with('-');
  text.remove_prefix(negative_ ? 1 : 0);
  text = text == "Infinity" ? beyond_every_double : text;
  const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
  if (mantissa.size() < text.size()) {
    std::string_view power = text.substr(mantissa.size() + 1);
    power.remove_prefix(power.starts_with('+') ? 1 : 0);
    exponent_ = parse_integer(power).value_or(0);
  }
  const std::string_view whole = mantissa.substr(0, mantissa.find('.'));
  digits_ = std::string(whole).append(mantissa.substr(std::min(whole.size() + 1, mantissa.size())));
  exponent_ += static_cast<long long>(whole.size());
  const std::size_t zeros = std::min(digits_.find_first_not_of('0'), digits_.size());
  digits_.erase(0, zeros);
  digits_.erase(digits_.find_last_not_of('0') + 1);
  exponent_ = digits_.empty() ? 0 : exponent_ - static_cast<long long>(zeros);
  negative_ = negative_ && !digits_.empty();
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const auto sign = [](const Decimal& number) { return number.digits_.empty() ? 0 : number.negative_ ? -1 : 1; };
  if (sign(*this) != sign(other)) {
    return sign(*this) <=> sign(other);
  }
  const auto magnitude =
      exponent_ != other.exponent_ ? exponent_ <=> other.exponent_ : order_of(digits_.compare(other.digits_));
  return negative_ ? 0 <=> magnitude : magnitude;
}

bool Decimal::is_multiple_of(const Decimal& divisor) const {
  const long long zeros = power_of_last_digit() - divisor.power_of_last_digit();
  if (digits_.empty() || zeros < 0) {
    return digits_.empty();
  }
  if (divisor.digits_.size() > most_exact_digits) {
    return std::fmod(nearest(), divisor.nearest()) == 0;
  }
  const auto modulus = static_cast<std::uint64_t>(parse_integer(divisor.digits_).value_or(1));
  std::uint64_t rest = 0;
  for (const char digit : digits_) {
    rest = (rest * 10 + static_cast<std::uint64_t>(digit - '0')) % modulus;
  }
  for (long long zero = 0; zero < zeros && rest != 0; ++zero) {
    rest = rest * 10 % modulus;
  }
  return rest == 0;
}

double Decimal::nearest() const {
  return parse_number(fmt::format("0.{}e{}", digits_, exponent_)).value_or(HUGE_VAL);
}

}  // namespace promptctl
