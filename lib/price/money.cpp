#include "price/money.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

#include "base/text.hpp"

namespace promptctl {
namespace {

using boost::multiprecision::checked_int128_t;

constexpr int days = 30;
constexpr std::size_t decimals = 12;

// The exact decimal, with at least two decimals and no needless zeros after them.
std::string text_of(const checked_int128_t& picodollars) {
  std::string digits = picodollars.str();
  digits.insert(0, digits.size() <= decimals ? decimals + 1 - digits.size() : 0, '0');
  digits.insert(digits.size() - decimals, 1, '.');
  const std::size_t at_least = digits.find('.') + 3;
  digits.erase(std::max(digits.find_last_not_of('0') + 1, at_least));
  return digits;
}

std::string times(const std::optional<Usd>& amount, long long count, int further) {
  return amount ? text_of(checked_int128_t(amount->picodollars()) * count * further) : "";
}

checked_int128_t power_of_ten(std::size_t exponent) {
  checked_int128_t power = 1;
  for (std::size_t at = 0; at < exponent; ++at) {
    power *= 10;
  }
  return power;
}

// Of a plain decimal with at most twelve decimals.
checked_int128_t picodollars_of(std::string_view decimal) {
  const std::size_t point = std::min(decimal.find('.'), decimal.size());
  checked_int128_t amount = 0;
  for (const char c : decimal) {
    amount = c == '.' ? amount : amount * 10 + (c - '0');
  }
  return amount * power_of_ten(decimals - (decimal.size() - std::min(point + 1, decimal.size())));
}

// How many `unit` it is, half to even.
checked_int128_t rounded(const checked_int128_t& amount, const checked_int128_t& unit) {
  const checked_int128_t units = amount / unit;
  const checked_int128_t twice = (amount - units * unit) * 2;
  return twice > unit || (twice == unit && units % 2 != 0) ? checked_int128_t(units + 1) : units;
}

}  // namespace

Usd divided(Usd total, long long count) {
  const auto [quotient, rest] = std::lldiv(total.picodollars(), count);
  const checked_int128_t twice = checked_int128_t(rest) * 2;
  const bool is_up = abs(twice) > count || (abs(twice) == count && quotient % 2 != 0);
  return Usd::picodollars(quotient + (is_up ? (total.picodollars() < 0 ? -1 : 1) : 0));
}

std::string dollars_text(std::string_view decimal) {
  const checked_int128_t amount = picodollars_of(decimal);
  const bool is_small = amount > 0 && amount < power_of_ten(decimals);
  constexpr std::size_t significant = 3;
  const std::size_t shown =
      is_small ? std::clamp<std::size_t>(decimals - amount.str().size() + significant, 2, decimals) : 2;
  std::string digits = rounded(amount, power_of_ten(decimals - shown)).str();
  digits.insert(0, digits.size() <= shown ? shown + 1 - digits.size() : 0, '0');
  const std::size_t point = digits.size() - shown;
  return "$" + grouped(digits.substr(0, point)) + "." + digits.substr(point);
}

Projection projection_of(const MeanCost& mean, long long per_day) {
  return {per_day,
          times(mean.mean, per_day, 1),
          times(mean.low, per_day, 1),
          times(mean.high, per_day, 1),
          times(mean.mean, per_day, days),
          times(mean.low, per_day, days),
          times(mean.high, per_day, days)};
}

}  // namespace promptctl
