#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// Which mark stands before the fraction. The other one, like an apostrophe or a narrow space, then groups digits in
// threes; where the fraction has a comma, so does a plain space.
enum class DecimalMark { point, comma };

// A rational number, without any rounding: 0.1 is a tenth, and 9007199254740993 is not 9007199254740992. Immutable,
// cheap to copy.
class ExactNumber {
 public:
  // A decimal literal: an optional minus, digits, a fraction, an exponent ("-12.5e3"). None when `literal` is anything
  // else, has more than 10,000 digits, or an exponent beyond ±1,000.
  static std::optional<ExactNumber> parse(std::string_view literal);

  // Digits with marks between them, and an exponent or nothing: "1,234.50", "12,34,567", "1'234", "1_000", "1/2", "1
  // 1/2". The exponent may begin with a point, as in "1.e+05". None when they can be read in more than one way ("1,5",
  // "1.2.3", "10:30").
  static std::optional<ExactNumber> of_groups(std::string_view run, std::string_view exponent, DecimalMark decimal);

  // The sum; the quotient, which is none when `divisor` is 0.
  ExactNumber plus(const ExactNumber& other) const;
  std::optional<ExactNumber> divided_by(const ExactNumber& divisor) const;
  ExactNumber negated() const;

  bool is_negative() const;

  // Whether the two differ by at most `tolerance`.
  bool is_within(const ExactNumber& tolerance, const ExactNumber& other) const;

  // A decimal where it ends ("7250", "-0.5"), else a fraction ("1/3").
  std::string text() const;

 private:
  struct Rational;
  explicit ExactNumber(std::shared_ptr<const Rational> value);

  std::shared_ptr<const Rational> value_;
};

}  // namespace promptctl
