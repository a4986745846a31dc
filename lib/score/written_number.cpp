#include "score/written_number.hpp"

#include <string>
#include <variant>

#include "base/regex.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

// Groups: a minus before the currency sign, a minus behind it, the digits.
constexpr std::string_view number_pattern =
    "(?:(?<![\\w)\\]}%])([-−])[$€£¥₹]?|[$€£¥₹]([-−])?)?"
    "(?<![A-Za-z_0-9])((?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\\.[0-9]++)?|(?<!\\w)\\.[0-9]++)"
    "((?:[eE][+-]?[0-9]++)?)";

std::optional<double> value_of(const Match& match) {
  std::string digits = replace_all(match.groups[3].value_or(""), ",", "");
  digits += replace_all(match.groups[4].value_or(""), "+", "");
  const auto number = parse_number(digits);
  const bool negative = match.groups[1].has_value() || match.groups[2].has_value();
  return number && negative ? -*number : number;
}

const Regex& number_regex() {
  static const Regex regex = std::get<Regex>(Regex::compile(number_pattern));
  return regex;
}

}  // namespace

std::optional<double> last_number(std::string_view text) {
  std::optional<double> found;
  number_regex().each_match(text, [&found](const Match& match) { found = value_of(match); });
  return found;
}

std::optional<double> whole_number(std::string_view text) {
  text = trim(text);
  const Match match = number_regex().search(text);
  return match.matched() && match.begin == 0 && match.end == text.size() ? value_of(match) : std::nullopt;
}

}  // namespace promptctl
