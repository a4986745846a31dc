#include "base/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t money_decimals = 12;

constexpr std::array<std::pair<std::string_view, double>, 5> duration_units{
    {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// One more than a decimal number, digit by digit.
std::string incremented(std::string digits) {
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return digits;
    }
    *digit = '0';
  }
  return "1" + digits;
}

// Decimal digits without the last `dropped`, rounded to the nearest, and between two to the even one.
std::string rounded(const std::string& digits, std::size_t dropped) {
  if (dropped == 0) {
    return digits;
  }
  const std::string kept = digits.substr(0, digits.size() - dropped);
  const std::string rest = digits.substr(digits.size() - dropped);
  const std::string half = "5" + std::string(dropped - 1, '0');
  const bool is_odd = (kept.back() - '0') % 2 == 1;
  return rest > half || (rest == half && is_odd) ? incremented(kept) : kept;
}

std::int64_t saturated(bool overflowed, bool negative, std::int64_t value) {
  if (!overflowed) {
    return value;
  }
  return negative ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::optional<std::chrono::milliseconds> parse_duration(std::string_view text) {
  const std::size_t unit_at = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = parse_number(text.substr(0, unit_at));
  const auto* unit = std::find_if(duration_units.begin(), duration_units.end(),
                                  [&](const auto& known) { return known.first == text.substr(unit_at); });
  constexpr double longest = 1e13;  // Three hundred years: beyond it, a slip of the keyboard.
  if (!number || unit == duration_units.end() || *number * unit->second > longest) {
    return std::nullopt;
  }
  return std::chrono::milliseconds(std::llround(*number * unit->second));
}

std::string duration_text(std::chrono::microseconds duration) {
  const auto count = duration.count();
  if (count < 10'000 && count % 1000 != 0) {
    return fmt::format("{:.1f}ms", static_cast<double>(count) / 1e3);
  }
  if (count < 1'000'000) {
    return fmt::format("{}ms", count / 1000);
  }
  const double seconds = static_cast<double>(count) / 1e6;
  if (seconds < 59.95) {
    return seconds < 9.995 ? fmt::format("{:.2f}s", seconds) : fmt::format("{:.1f}s", seconds);
  }
  const auto whole = static_cast<long long>(std::llround(seconds));
  return whole < 3600 ? fmt::format("{}m{:02}s", whole / 60, whole % 60)
                      : fmt::format("{}h{:02}m", whole / 3600, whole % 3600 / 60);
}

std::optional<double> parse_share(std::string_view text) {
  if (!text.ends_with('%')) {
    return std::nullopt;
  }
  const auto number = parse_number(trim(text.substr(0, text.size() - 1)));
  return number && *number >= 0 && *number <= 100 ? std::optional(*number / 100) : std::nullopt;
}

std::optional<Usd> Usd::parse(std::string_view decimal) {
  const std::size_t point = decimal.find('.');
  const std::string_view whole = decimal.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "0" : decimal.substr(point + 1);
  if (!all_digits(whole) || !all_digits(fraction) || fraction.size() > money_decimals) {
    return std::nullopt;
  }
  const std::string padding(money_decimals - fraction.size(), '0');
  const auto count = parse_integer(fmt::format("{}{}{}", whole, fraction, padding));
  return count ? std::optional(Usd(*count)) : std::nullopt;
}

Usd& Usd::operator+=(Usd other) {
  std::int64_t sum = 0;
  const bool overflowed = __builtin_add_overflow(count_, other.count_, &sum);
  count_ = saturated(overflowed, other.count_ < 0, sum);
  return *this;
}

Usd Usd::times(std::int64_t count) const {
  std::int64_t product = 0;
  const bool overflowed = __builtin_mul_overflow(count_, count, &product);
  return Usd(saturated(overflowed, (count_ < 0) != (count < 0), product));
}

std::string decimal_text(std::string_view number, std::size_t decimals) {
  const bool negative = number.starts_with('-');
  std::string digits(number.substr(negative ? 1 : 0));
  digits.insert(0, digits.size() <= decimals ? decimals + 1 - digits.size() : 0, '0');
  digits.insert(digits.size() - decimals, 1, '.');
  const std::size_t at_least = digits.find('.') + 3;
  digits.erase(std::max(digits.find_last_not_of('0') + 1, at_least));
  return (negative ? "-" : "") + digits;
}

std::string decimal_text(Usd amount) {
  return decimal_text(std::to_string(amount.picodollars()), money_decimals);
}

std::string money_text(std::string_view picodollars) {
  const bool negative = picodollars.starts_with('-');
  std::string digits(picodollars.substr(negative ? 1 : 0));
  constexpr std::size_t shown_digits = 3;
  const bool is_cents = digits == "0" || digits.size() > money_decimals;
  const std::size_t decimals = is_cents ? 2 : std::min(money_decimals + shown_digits - digits.size(), money_decimals);
  digits.insert(0, digits.size() <= money_decimals ? money_decimals + 1 - digits.size() : 0, '0');
  digits = rounded(digits, money_decimals - decimals);
  digits.insert(digits.size() - decimals, 1, '.');
  return (negative ? "$-" : "$") + digits;
}

std::string money_text(Usd amount) {
  return money_text(std::to_string(amount.picodollars()));
}

std::optional<Usd> parse_money(std::string_view text) {
  constexpr std::string_view currency = " USD";
  return text.ends_with(currency) ? Usd::parse(text.substr(0, text.size() - currency.size())) : std::nullopt;
}

}  // namespace promptctl
