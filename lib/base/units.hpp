#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// "500ms", "3s", "1.5s", "10m", "24h", "7d". None for anything else, a bare number too.
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

// "840ms", "1.24s", "2m05s", "3h10m": three digits or so, for people.
std::string duration_text(std::chrono::microseconds duration);

// "2%" is 0.02. None outside 0 to 100 %.
std::optional<double> parse_share(std::string_view text);

// An amount of US dollars as a whole number of picodollars (1e-12 USD), up to 9.2 million dollars; beyond that,
// arithmetic saturates. Money never meets binary floating point.
class Usd {
 public:
  constexpr Usd() = default;
  static constexpr Usd picodollars(std::int64_t count) { return Usd(count); }

  // A plain decimal such as "0.15", at most twelve decimals; none for anything else.
  static std::optional<Usd> parse(std::string_view decimal);

  constexpr std::int64_t picodollars() const { return count_; }

  Usd& operator+=(Usd other);
  friend Usd operator+(Usd a, Usd b) { return a += b; }

  // `count` times this amount.
  Usd times(std::int64_t count) const;

  friend constexpr auto operator<=>(Usd, Usd) = default;

 private:
  constexpr explicit Usd(std::int64_t count) : count_(count) {}
  std::int64_t count_ = 0;
};

// The exact decimal, with at least two decimals and no needless zeros after them: "0.15", "0.0000375", "12.00".
std::string decimal_text(Usd amount);

// For people: "$0.0123", "$12.40", "$0.00000375": cents at least, else three significant digits, rounded half to even.
std::string money_text(Usd amount);

// The same of any number of picodollars, written as an integer; the first of a number with any count of decimals, at
// least two.
std::string decimal_text(std::string_view number, std::size_t decimals = 12);
std::string money_text(std::string_view picodollars);

// "0.01 USD". None for anything else.
std::optional<Usd> parse_money(std::string_view text);

}  // namespace promptctl
