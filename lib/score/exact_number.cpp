#include "score/exact_number.hpp"

#include <fmt/format.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::size_t most_digits = 10'000;
constexpr long long largest_exponent = 1000;

Integer power_of_ten(unsigned exponent) {
  return boost::multiprecision::pow(Integer(10), exponent);
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The exponent behind `e`; 0 when there is none, none when it is not one or out of bounds.
std::optional<long long> exponent_of(std::string_view literal, std::size_t mantissa_size) {
  if (mantissa_size == literal.size()) {
    return 0;
  }
  std::string_view digits = literal.substr(mantissa_size + 1);
  digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
  const auto exponent = parse_integer(digits);
  const bool bounded = exponent && *exponent >= -largest_exponent && *exponent <= largest_exponent;
  return bounded ? exponent : std::nullopt;
}

// The power of ten that `denominator`, in its lowest terms, divides; none when there is none.
std::optional<unsigned> decimal_places(Integer denominator) {
  unsigned twos = 0;
  unsigned fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) {
    ++twos;
  }
  for (; denominator % 5 == 0; denominator /= 5) {
    ++fives;
  }
  return denominator == 1 ? std::optional(std::max(twos, fives)) : std::nullopt;
}

}  // namespace

struct ExactNumber::Rational {
  boost::multiprecision::cpp_rational number;
};

ExactNumber::ExactNumber(std::shared_ptr<const Rational> value) : value_(std::move(value)) {}

std::optional<ExactNumber> ExactNumber::parse(std::string_view literal) {
  const bool negative = literal.starts_with('-');
  literal.remove_prefix(negative ? 1 : 0);
  const std::string_view mantissa = literal.substr(0, literal.find_first_of("eE"));
  const auto exponent = exponent_of(literal, mantissa.size());
  const std::string_view whole = mantissa.substr(0, mantissa.find('.'));
  const std::string_view fraction = mantissa.substr(std::min(whole.size() + 1, mantissa.size()));
  const std::string digits = std::string(whole).append(fraction);
  if (!exponent || digits.empty() || digits.size() > most_digits || !is_digits(digits)) {
    return std::nullopt;
  }
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);  // A leading 0 means octal.
  Integer number(digits.substr(first));
  const long long power = *exponent - static_cast<long long>(fraction.size());
  Integer denominator = 1;
  (power < 0 ? denominator : number) *= power_of_ten(static_cast<unsigned>(std::abs(power)));
  return ExactNumber(std::make_shared<Rational>(Rational{{negative ? -number : number, denominator}}));
}

ExactNumber ExactNumber::plus(const ExactNumber& other) const {
  return ExactNumber(std::make_shared<Rational>(Rational{value_->number + other.value_->number}));
}

std::optional<ExactNumber> ExactNumber::divided_by(const ExactNumber& divisor) const {
  if (divisor.value_->number == 0) {
    return std::nullopt;
  }
  return ExactNumber(std::make_shared<Rational>(Rational{value_->number / divisor.value_->number}));
}

ExactNumber ExactNumber::negated() const {
  return ExactNumber(std::make_shared<Rational>(Rational{-value_->number}));
}

bool ExactNumber::is_negative() const {
  return value_->number < 0;
}

bool ExactNumber::is_within(const ExactNumber& tolerance, const ExactNumber& other) const {
  return boost::multiprecision::abs(value_->number - other.value_->number) <= tolerance.value_->number;
}

std::string ExactNumber::text() const {
  const Integer numerator = boost::multiprecision::numerator(value_->number);
  const Integer denominator = boost::multiprecision::denominator(value_->number);
  const auto places = decimal_places(denominator);
  if (!places) {
    return fmt::format("{}/{}", numerator.str(), denominator.str());
  }
  std::string digits = Integer(boost::multiprecision::abs(numerator) * power_of_ten(*places) / denominator).str();
  if (*places > 0) {
    digits.insert(0, digits.size() <= *places ? *places + 1 - digits.size() : 0, '0');
    digits.insert(digits.size() - *places, ".");
  }
  return (numerator < 0 ? "-" : "") + digits;
}

}  // namespace promptctl
