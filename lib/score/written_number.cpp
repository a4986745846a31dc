#include "score/written_number.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "base/characters.hpp"
#include "base/regex.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

// A run of digits and of the marks that may stand inside a number, with what binds it to its surroundings. Groups:
// 1 and 2: a minus before the currency sign, or behind it. 3: what makes the digits a part of something larger.
// 4: the digits and marks. 5: an exponent. 6: what makes them a part of something larger, behind.
constexpr std::string_view number_pattern =
    R"((?:(?<![\w)\]}%])(-)\p{Sc}?|\p{Sc}(-)?)?)"
    R"((\^\{?-?|\}\{|√|\\sqrt\{)?)"
    R"((?<![A-Za-z_0-9])([0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    R"(|[0-9]{1,3}(?: [0-9]{3})++(?:{mark}[0-9]++)?(?![0-9]|[.,'’:/][0-9]))"
    R"(|(?:[0-9]++ )?[0-9]++/[0-9]++(?![0-9]|[.,'’:/][0-9]))"
    R"(|[0-9]++(?:(?:,\\!|[.,'’:/]|\{,\}|\\[,!]|[\u00a0\u2007\u2009\u202f])[0-9]++)*+|(?<!\w)\.[0-9]++))"
    R"(((?:[eE][+-]?[0-9]++(?![A-Za-z0-9]))?))"
    R"((\s*[×x*·]\s*10\s*(?:\^\{?-?[0-9]*|[\u00b9\u00b2\u00b3\u2070-\u2079]))"
    R"(|\^\{?-?[0-9]*|[\u00b9\u00b2\u00b3\u2070-\u2079]|(?:[kKMBT]|bn|mn)(?![A-Za-z0-9]))"
    R"(|(?<=\b0)[xob][0-9A-Fa-f]++|(?i:[\s-]?(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?\b))?)";

const Regex& number_regex(DecimalMark mark) {
  const auto compiled = [](std::string_view decimal) {
    return std::get<Regex>(Regex::compile(replace_all(number_pattern, "{mark}", decimal)));
  };
  static const Regex with_point = compiled("\\.");
  static const Regex with_comma = compiled(",");
  return mark == DecimalMark::point ? with_point : with_comma;
}

// A LaTeX fraction of two whole numbers, as a plain one.
std::string with_plain_fractions(const std::string& text) {
  static const Regex fraction = std::get<Regex>(Regex::compile(R"(\\[dt]?frac\{([0-9]+)\}\{([0-9]+)\})"));
  std::string plain;
  std::size_t at = 0;
  fraction.each_match(text, [&](const Match& match) {
    plain.append(text, at, match.begin - at).append(match.groups[1].value_or("")).append("/");
    plain.append(match.groups[2].value_or(""));
    at = match.end;
  });
  return plain.append(text, at);
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
  if (mark == "." || mark == ",") {
    return (mark == ".") == (decimal == DecimalMark::comma);
  }
  return mark == " " ? decimal == DecimalMark::comma : mark != "/" && mark != ":" && mark != "-";
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

std::optional<ExactNumber> value_of(const Match& match, DecimalMark mark) {
  if (match.groups[3] || match.groups[6]) {
    return std::nullopt;
  }
  const std::string_view run = match.groups[4].value_or("");
  const std::string_view exponent = match.groups[5].value_or("");
  std::optional<ExactNumber> number;
  if (is_fraction(run)) {
    number = exponent.empty() ? fraction_of(run) : std::nullopt;
  } else if (const auto literal = literal_of(run, mark)) {
    number = ExactNumber::parse(std::string(*literal).append(exponent));
  }
  const bool negative = match.groups[1].has_value() || match.groups[2].has_value();
  return number && negative ? std::optional(number->negated()) : number;
}

std::string readable(std::string_view text) {
  return with_plain_fractions(with_plain_numbers(text));
}

}  // namespace

WrittenNumber last_number(std::string_view text, DecimalMark mark) {
  const std::string plain = readable(text);
  WrittenNumber found;
  std::optional<Match> last;
  number_regex(mark).each_match(plain, [&last](const Match& match) { last = match; });
  return last ? WrittenNumber{std::string(*last->groups[0]), value_of(*last, mark)} : WrittenNumber{};
}

std::optional<ExactNumber> whole_number(std::string_view text, DecimalMark mark) {
  const std::string plain = readable(trim(text));
  const std::string_view trimmed = trim(plain);
  const Match match = number_regex(mark).search(trimmed);
  return match.matched() && match.begin == 0 && match.end == trimmed.size() ? value_of(match, mark) : std::nullopt;
}

}  // namespace promptctl
