#include "score/written_number.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/regex.hpp"
#include "base/text.hpp"
#include "score/readable.hpp"

namespace promptctl {
namespace {

Regex compiled(std::string_view pattern) {
  return std::get<Regex>(Regex::compile(pattern));
}

// Where the parts of a number are in a match of `number_pattern`.
enum Part : std::size_t {
  name = 1,      // letters and then digits: no number at all
  name_or_more,  // a name, and behind it what no name has
  minus,         // before the currency,
  minus_word,
  part_of_more,  // or what makes the digits a part of something larger,
  accounting,    // or an empty text: money alone in brackets, which may be a loss
  inner_minus,   // behind the currency
  money,         // an empty text: there is a currency
  digits,        // and the marks between them
  exponent,
  more  // what makes the digits a part of something larger, behind
};

// A number with all that it is written as a part of, so that no piece of it is ever read on its own.
constexpr std::string_view number_pattern =
    R"((?=[{abc}_\d.^*}\\√±\p{Sc}(/÷{scale}二三四五六七八九-])(?<![{abc}](?=[{abc}]))(?:)"
    R"((?<![{abc}_\d])(?!{code}\d)(?:([{abc}_]++\d[{abc}_\d]*+(?:[-./:·][{abc}_\d]++)*+(?![,'’]\d)))"
    R"(|([{abc}_]++\d[{abc}_\d]*+(?:[-./:·][{abc}_\d]++)*+[,'’]\d[\d.,'’]*+))|_\{[^{}\n]*+\})"
    R"(|(?:(?<![\p{L}\p{N}_)\]}%])(-)[*_`({\[$]{0,3}|(?<![\d)\]}%] )\b((?i:minus|negative))\s+|({before}))"
    R"(|(?<!\\)\((?<accounting>)(?={currency}[ {S}]?\d[\d.,'’]*+\)(?!\$)))?)"
    R"((?:{currency}[ {S}]?(-)?[*_`({\[$]{0,2}(?<money>)|(?<![{abc}_\d])))"
    R"((\d{4}-\d{2}-\d{2}(?!\d))"
    R"(|\d{1,3}(?: \d{3}(?!\d))++(?:[.,'’:/]\d++)*+)"
    R"(|(?:\d++ )?\d++/\d++(?!\d|[.,'’:/]\d))"
    R"(|\d++(?:(?:[.,'’:_·˙`´ʼ]|\.\.\.?|…| ?[/÷] ?|[{S}]|-{currency}?)\d++)*+|(?<!\w)\.\d++))"
    R"((\.?[eE][+-]?\d++)?({behind})?(?(<accounting>)\))))";

constexpr std::string_view before_pattern =
    R"((?<![\p{L}\p{N}_)\]}%])(?<![\p{L}\p{N}_)\]}%] )-[ {S}]+(?={currency}))"
    R"(|(?<=[=(:<>≈~]|[=(:<>≈~] |\bis |\bbe )-[ {S}]+|[/÷][ {S}]?|[二三四五六七八九{scale}]|{currency}\((?=\d[\d.,'’]*+\)(?!\$)))"
    R"(|\b(?i:minus|negative)\s+)"
    R"(|\^\s?[({]?\s?-?|\*\*(?!\d[\d.,]*\*)[({]?-?|\}\{|√|\\?sqrt\s?[({]|\\[dtc]?frac\s*|\\over\s*|±\s?|\\pm\s*)";

constexpr std::string_view behind_pattern =
    R"(\s*(?:[×x*·⋅]|\\times|\\cdot)\s*10\s*(?:(?:\^|\*\*)\s*[{(]?\s*-?\s*\d*|[{raised}]+))"
    R"(|\s?\^\s?[{(]?\s?-?\s?\d*|\*\*[{(]?-?[\p{L}\d]+|\s\*\*\s[{(]?-?[\p{L}\d]+)"
    R"(|[{raised}\u2080-\u2089]+|_\{?[\p{L}\d]+)"
    R"(|(?<=\b0)[xob][0-9A-Fa-f]++|\s[eE][+-]?\d+|[.,'’:/]\d[\d.,]*)"
    R"(|(?!(?:[ckdm]?m|ft|in)[23](?![{abc}\d]))[{abc}_]++\d[{abc}\d]*)"
    R"(|[ {S}]?(?:[kKMBTG]|MM|(?i:bn|mn|tn))(?![\p{L}\d]|[-'’.&]\p{L})|[ {S}]?mm?[ {S}]?[€£¥₹₽₩](?!\d))"
    R"(|(?(<money>)[ {S}]?(?i:[kmbt]|mm|cr)(?![\p{L}\d^$]|[-'’.&]\p{L}|[ {S}]\$)|(?!)))"
    R"(|\s?(?:π|\\pi\b)(?:\s?[/÷]\s?[\d.]+)?|i(?![\p{L}\d])|[ {S}]\[\d{1,3}\])"
    R"(|[\s{S}*_`({\[$-]{0,4}(?i:hundred|thousand|million|billion|trillion|quadrillion|dozen)"
    R"(|tenth|hundredth|thousandth|lakh|lac|crore|mil|mille|mio)"
    R"(|mln|mld|mrd|milliard|milliarde|tausend|millionen|milliarden|millón|millones|billones|milhão|milhões)"
    R"(|bilhão|bilhões|mila|milione|milioni|тыс|млн|млрд|(?:тысяч|миллион|миллиард)\p{Cyrillic}{0,3}|ribu|juta|miliar)"
    R"(|triệu|milyon|milyar|लाख|करोड़|ล้าน|مليون|مليار)s?(?![\p{L}])(?:[ {S}]\d[\d.,]*+)?)"
    R"(|[ {S}]?[{scale}](?:[ {S}]?[\d.,]*[\d{scale}])*+|[ {S}]?[‰‱]|\s+and\s+(?:a|one|three)[\s-](?:half|quarter|third)\b)"
    R"(|(?<=\.|\.\d|\.\d\d|\.\d{3}|\.\d{4}|\.\d{5}|\.\d{6})(?:\.{3}|…|\(\d+\))|\.\(\d+\))";

// The codes that are a word of their own, or a product's name, are left out: ALL, TOP, TRY, COP, PHP.
constexpr std::string_view code_pattern =
    R"((?=[A-Z][A-Zs])(?<![\p{L}\d_])(?:USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON)"
    R"(|BGN|RUB|UAH|KZT)"
    R"(|BRL|MXN|ARS|CLP|PEN|UYU|ZAR|NGN|KES|GHS|EGP|MAD|ILS|AED|SAR|QAR|KWD|BHD|OMR|JOD|PKR|BDT|LKR|NPR|THB|VND|IDR)"
    R"(|MYR|SGD|HKD|TWD|NTD|KRW|BTC|ETH|RM|Rs\.?))";

Regex compiled_numbers() {
  std::string pattern(number_pattern);
  for (const auto& [place, text] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"{before}", before_pattern},
           {"{behind}", behind_pattern},
           {"{currency}", R"((?:{code}|(?:(?<!\p{L})[A-Z]{1,3})?\p{Sc}))"},
           {"{code}", code_pattern},
           {"{scale}", "十百千万萬億亿兆만억천조"},
           {"{raised}", R"(\u00b2\u00b3\u00b9\u2070-\u207f)"},
           {"{S}", R"(\u00a0\u2000-\u200a\u202f\u205f\u3000)"},
           {"{abc}", R"(\p{Latin}\p{Greek}\p{Cyrillic})"}}) {
    pattern = replace_all(pattern, place, text);
  }
  return compiled(pattern);
}

const Regex& number_regex() {
  static const Regex regex = compiled_numbers();
  return regex;
}

std::optional<ExactNumber> value_of(const Match& match, DecimalMark mark) {
  if (!match.groups[digits] || match.groups[part_of_more] || match.groups[accounting] || match.groups[more]) {
    return std::nullopt;
  }
  const auto number = ExactNumber::of_groups(*match.groups[digits], match.groups[exponent].value_or(""), mark);
  const bool negative = match.groups[minus] || match.groups[minus_word] || match.groups[inner_minus];
  return number && negative ? std::optional(number->negated()) : number;
}

// A number and where it is in the reply, its currency aside.
struct Found {
  WrittenNumber number;
  Passage place;
};

Passage place_of(const Match& match, const Readable& plain) {
  const auto has_text = [](const auto& group) { return group.has_value() && !group->empty(); };
  const auto first = std::find_if(match.groups.begin() + 1, match.groups.end(), has_text);
  if (first == match.groups.end()) {
    return {plain.origins[match.begin], plain.origins[match.end - 1] + 1};
  }
  const auto last = std::find_if(match.groups.rbegin(), match.groups.rend() - 1, has_text);
  const auto offset = [&plain](const char* at) { return static_cast<std::size_t>(at - plain.text.data()); };
  return {plain.origins[offset((*first)->data())], plain.origins[offset((*last)->data() + (*last)->size()) - 1] + 1};
}

// The end of a name from the number on that `position` of the reply is in.
Readable number_of_name(const Readable& plain, const Match& match, std::size_t position) {
  constexpr std::string_view marks_and_digits = "0123456789.,'’:/_·";
  const auto from = [&plain](std::size_t at) { return plain.origins.begin() + static_cast<std::ptrdiff_t>(at); };
  const auto inside = static_cast<std::size_t>(std::lower_bound(from(0), from(match.end), position) - from(0));
  const std::string_view until = std::string_view(plain.text).substr(0, inside);
  const std::size_t begin = std::max(match.begin, until.find_last_not_of(marks_and_digits) + 1);
  const std::size_t end = std::min(plain.text.find('-', inside), match.end);  // It joins names, and no numbers, here.
  return {plain.text.substr(begin, end - begin), {from(begin), from(end + 1)}};
}

enum class Names { skipped, cut };

// The last number that has a part in `within`. A name is none, unless it is to be cut: `within` leaves its letters out.
Found last_found(const Readable& plain, Passage within, DecimalMark mark, Names names) {
  std::optional<Match> last;
  Passage place;
  const auto outcome = number_regex().each_match(plain.text, [&](const Match& match) {
    const Passage here = place_of(match, plain);
    const bool inside = here.begin < within.end && within.begin < here.end;
    const bool is_name = match.groups[name] && names == Names::cut && here.begin < within.begin;
    if (inside && (match.groups[digits] || match.groups[name_or_more] || is_name)) {
      last = match;
      place = here;
    }
  });
  if (outcome == Match::Outcome::limit) {
    return {{plain.text, std::nullopt}, within};
  }
  if (last && last->groups[name]) {
    return last_found(number_of_name(plain, *last, within.begin), within, mark, Names::skipped);
  }
  return last ? Found{{std::string(*last->groups[0]), value_of(*last, mark)}, place} : Found{};
}

// Whether `pattern` itself tells the parts of what is written from another: `(\d+)/10`, `(\d+):\d\d`.
bool is_told_apart(std::string_view text, const Excerpt& excerpt, Passage whole) {
  constexpr std::string_view marks = "/:-";
  const auto [begin, end] = excerpt.taken;
  const bool seen = excerpt.match.begin <= whole.begin && whole.end <= excerpt.match.end;
  return seen && (whole.begin >= begin || (whole.begin + 1 < begin && marks.find(text[begin - 1]) != marks.npos)) &&
         (whole.end <= end || marks.find(text[end]) != marks.npos);
}

}  // namespace

WrittenNumber last_number(std::string_view text, DecimalMark mark) {
  return last_found(readable(text), {0, text.size()}, mark, Names::skipped).number;
}

WrittenNumber last_number(std::string_view text, const Excerpt& excerpt, DecimalMark mark) {
  const auto [begin, end] = excerpt.taken;
  const WrittenNumber taken = last_number(text.substr(begin, end - begin), mark);
  if (!taken.value) {
    return taken;
  }
  const auto [whole, place] = last_found(readable(text), excerpt.taken, mark, Names::cut);
  const bool same = whole.value && whole.value->text() == taken.value->text();
  return same || whole.written.empty() || is_told_apart(text, excerpt, place)
             ? taken
             : WrittenNumber{whole.written, std::nullopt, true};
}

std::optional<ExactNumber> whole_number(std::string_view text, DecimalMark mark) {
  const Readable plain = readable(trim(text));
  const std::string_view trimmed = trim(plain.text);
  const Match match = number_regex().search(trimmed);
  return match.matched() && match.begin == 0 && match.end == trimmed.size() ? value_of(match, mark) : std::nullopt;
}

}  // namespace promptctl
