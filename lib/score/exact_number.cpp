#include "score/exact_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <utility>
#include <vector>

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

// The pieces between the marks of a run of digits, and the marks.
struct Pieces {
  std::vector<std::string_view> digits;
  std::vector<std::string_view> marks;
};

Pieces pieces_of(std::string_view run) {
  constexpr std::string_view numerals = "0123456789";
  Pieces pieces;
  while (true) {
    const std::size_t end = std::min(run.find_first_not_of(numerals), run.size());
    pieces.digits.push_back(run.substr(0, end));
    run.remove_prefix(end);
    if (run.empty()) {
      return pieces;
    }
    const std::size_t next = run.find_first_of(numerals);
    pieces.marks.push_back(run.substr(0, next));
    run.remove_prefix(next);
  }
}

// 1,234,567 as most of the world writes it, or 12,34,567 as India does.
bool is_grouped(const std::vector<std::string_view>& digits) {
  const auto all_of_size = [&digits](std::size_t size) {
    return std::all_of(digits.begin() + 1, digits.end() - 1,
                       [size](std::string_view piece) { return piece.size() == size; });
  };
  const std::string_view first = digits.front();
  const bool sound = !first.empty() && first.front() != '0' && digits.back().size() == 3;
  return sound && ((first.size() <= 3 && all_of_size(3)) || (first.size() <= 2 && all_of_size(2)));
}

bool is_group_mark(std::string_view mark, DecimalMark decimal) {
  constexpr std::array<std::string_view, 7> always{"'", "’", "_", "\u00a0", "\u2007", "\u2009", "\u202f"};
  const std::string_view sometimes = decimal == DecimalMark::comma ? ". " : ",";
  return sometimes.find(mark) != std::string_view::npos ||
         std::find(always.begin(), always.end(), mark) != always.end();
}

// A run without a slash, as a literal; none when it can be read in more than one way.
std::optional<std::string> literal_of(std::string_view run, DecimalMark decimal) {
  Pieces pieces = pieces_of(run);
  std::string fraction;
  if (!pieces.marks.empty() && pieces.marks.back() == (decimal == DecimalMark::point ? "." : ",")) {
    fraction = std::string(".").append(pieces.digits.back());
    pieces.digits.pop_back();
    pieces.marks.pop_back();
  }
  if (!pieces.marks.empty()) {
    const bool one_mark = std::all_of(pieces.marks.begin(), pieces.marks.end(), [&](std::string_view mark) {
      return mark == pieces.marks.front() && is_group_mark(mark, decimal);
    });
    if (!one_mark || !is_grouped(pieces.digits)) {
      return std::nullopt;
    }
  }
  std::string literal;
  for (const std::string_view piece : pieces.digits) {
    literal += piece;
  }
  return literal + fraction;
}

// "1/2", "1 1/2".
std::optional<ExactNumber> fraction_of(std::string_view run) {
  const std::size_t space = run.find(' ');
  const std::size_t slash = run.find('/');
  const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
  const auto numerator = ExactNumber::parse(run.substr(start, slash - start));
  const auto denominator = ExactNumber::parse(run.substr(slash + 1));
  const auto quotient = numerator && denominator ? numerator->divided_by(*denominator) : std::nullopt;
  const auto whole = ExactNumber::parse(space == std::string_view::npos ? "0" : run.substr(0, space));
  return quotient && whole ? std::optional(whole->plus(*quotient)) : std::nullopt;
}

bool is_fraction(std::string_view run) {
  return std::count(run.begin(), run.end(), '/') == 1 &&
         run.find_first_not_of("0123456789/ ") == std::string_view::npos;
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

std::optional<ExactNumber> ExactNumber::of_groups(std::string_view run, std::string_view exponent,
                                                  DecimalMark decimal) {
  if (is_fraction(run)) {
    return exponent.empty() ? fraction_of(run) : std::nullopt;
  }
  if (exponent.starts_with('.')) {
    return is_digits(run) ? parse(std::string(run).append(exponent)) : std::nullopt;
  }
  const auto literal = literal_of(run, decimal);
  return literal ? parse(std::string(*literal).append(exponent)) : std::nullopt;
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
