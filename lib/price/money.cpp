#include "price/money.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"

#include "price/exact.hpp"

namespace promptctl {
namespace {

exact::Integer power_of_ten(long long exponent) {
  return boost::multiprecision::pow(exact::Integer(10), static_cast<unsigned>(exponent));
}

}  // namespace

std::optional<Usd> read_amount(std::string_view number) {
  constexpr long long most_digits = 40;
  constexpr long long kept_digits = 12;
  constexpr long long picodollar_digits = 12;
  const std::size_t e = number.find_first_of("eE");
  const std::string_view mantissa = number.substr(0, e);
  const auto exponent =
      e == std::string_view::npos ? std::optional(0LL) : parse_integer(replace_all(number.substr(e + 1), "+", ""));
  const bool is_decimal = mantissa.size() <= most_digits && !mantissa.starts_with('-') && parse_number(mantissa);
  if (!is_decimal || !exponent || std::abs(*exponent) > most_digits) {
    return std::nullopt;
  }
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  std::string digits = replace_all(mantissa, ".", "");
  const auto decimals = static_cast<long long>(digits.size() - point);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));  // They would make it octal.
  const long long dropped = std::max(0LL, static_cast<long long>(digits.size()) - kept_digits);
  const exact::Integer kept = exact::divided(exact::Integer(digits), power_of_ten(dropped));
  const long long shift = picodollar_digits + *exponent - decimals + dropped;
  return shift >= 0 ? exact::usd(kept * power_of_ten(shift), 1) : exact::usd(kept, power_of_ten(-shift));
}

Usd divided(Usd total, long long count) {
  return exact::usd(total.picodollars(), count);
}

std::string scaled(Usd amount, std::initializer_list<Factor> factors) {
  exact::Integer numerator = amount.picodollars();
  exact::Integer denominator = 1;
  for (const Factor& factor : factors) {
    numerator *= factor.times;
    denominator *= factor.over;
  }
  return exact::divided(numerator, denominator).str();
}

}  // namespace promptctl
