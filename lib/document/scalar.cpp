#include "document/scalar.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view scalar, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), scalar) != words.end();
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size());
}

// [0-9]+ (\.[0-9]*)? ([eE][-+]?[0-9]+)?, or a fraction alone, after an optional sign; as a literal of JSON's grammar.
std::optional<std::string> as_json_number(std::string_view scalar) {
  const bool negative = scalar.starts_with('-');
  const std::string_view digits = scalar.substr(negative || scalar.starts_with('+') ? 1 : 0);
  const std::size_t whole = skip_digits(digits, 0);
  std::size_t end = whole;
  if (end < digits.size() && digits[end] == '.') {
    end = skip_digits(digits, end + 1);
  }
  const std::size_t mantissa = end;
  if (mantissa == 0 || digits.substr(0, mantissa) == "." || (whole > 1 && digits[0] == '0')) {
    return std::nullopt;
  }
  if (end < digits.size() && (digits[end] == 'e' || digits[end] == 'E')) {
    end += end + 1 < digits.size() && (digits[end + 1] == '-' || digits[end + 1] == '+') ? 2 : 1;
    const std::size_t exponent = end;
    end = skip_digits(digits, end);
    if (end == exponent) {
      return std::nullopt;
    }
  }
  if (end != digits.size()) {
    return std::nullopt;
  }
  std::string literal(digits);
  if (whole < mantissa && mantissa == whole + 1) {
    literal.erase(whole, 1);  // "1." is 1.
  }
  return (negative ? "-" : "") + (whole == 0 ? "0" + literal : literal);
}

std::optional<Value> as_radix_integer(std::string_view scalar) {
  const int radix = scalar.starts_with("0x") ? 16 : scalar.starts_with("0o") ? 8 : 0;
  if (radix == 0 || scalar.size() < 3) {
    return std::nullopt;
  }
  long long number = 0;
  const char* end = scalar.data() + scalar.size();
  const auto [stop, error] = std::from_chars(scalar.data() + 2, end, number, radix);
  return error == std::errc() && stop == end ? std::optional(integer_value(number)) : std::nullopt;
}

Value as_written(Value value, std::string_view scalar) {
  if (value.text != scalar) {
    value.written = scalar;
  }
  return value;
}

}  // namespace

Value resolve_plain_scalar(std::string_view scalar) {
  static constexpr std::array<std::string_view, 5> nulls{"", "~", "null", "Null", "NULL"};
  static constexpr std::array<std::string_view, 3> trues{"true", "True", "TRUE"};
  static constexpr std::array<std::string_view, 3> falses{"false", "False", "FALSE"};
  if (is_one_of(scalar, nulls)) {
    return {};
  }
  if (is_one_of(scalar, trues) || is_one_of(scalar, falses)) {
    return as_written(boolean_value(is_one_of(scalar, trues)), scalar);
  }
  if (const auto literal = as_json_number(scalar)) {
    return as_written(number_value(*literal), scalar);
  }
  if (auto number = as_radix_integer(scalar)) {
    return as_written(std::move(*number), scalar);
  }
  return text_value(scalar);
}

}  // namespace promptctl
