#include "score/written_number.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/characters.hpp"
#include "base/regex.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

// What a reply puts in and around a number for the looks of it, and what is read instead: one text for each group.
struct Decoration {
  const char* pattern;
  std::vector<std::string_view> instead;
};

const std::vector<Decoration>& decorations() {
  static const std::vector<Decoration> all{
      {R"(((?:(?![\t-\r])[\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f])+))", {""}},
      {R"((?<=[\p{L}\p{Nd}])()(?=[\u00bc-\u00be\u2150-\u215e]))", {" "}},
      {R"((&(?:nbsp|thinsp|#160|#8201|#8239|#x[Aa]0|#x202[Ff]);)|(<sup>)|(<sub>)|(</su[bp]>))",
       {"\u00a0", "^", "_", ""}},
      {R"((?<=\p{L})(</?(?:b|i|u|em|strong|code|mark|span)\b[^<>]*+>)(?=\d)|((?1)))", {" ", ""}},
      {R"((?<!\\)(\\(?:text|math|mbox|num|operatorname)[a-z]*\{)[^{}\n]*+(?:(?<=\p{L})(\})(?=\d)|(\})))",
       {"", " ", ""}},
      {R"((?<!\\)(?:(\\!)|(\\[,;: ])|(\\)[$%#]|(\{)(?:[.,]|\\[a-z]+)(\})))", {"", "\u00a0", "", "", ""}},
      {R"((?<=\d)(?:(~)|(\$),(\$))(?=\d))", {"\u00a0", "", ""}},
      {R"((?<![\p{L}\p{N}_*`\\])([*_`]{1,3})(?=[^\s*_`])[^*_`\n]*+(?<!\s)(?:(?<=\p{L})(\1)(?=\d)|(\1)))"
       R"((?![*_`]|(?<=[^*_`][*_])[\p{L}\d]))",
       {"", " ", ""}},
      {R"((?:(?<=\d)()|)(?<!\\)(\\[dtc]?frac)\s*(?:(\{)\d+(\})|\d)()(?:(\{)\d+(\})|\d)(?!\d))",
       {" ", "", "", "", "/", "", ""}},
      {R"(\\[A-Za-z]++()(?=\d))", {" "}},
  };
  return all;
}

Regex compiled(std::string_view pattern) {
  return std::get<Regex>(Regex::compile(pattern));
}

// A reply as it is read. `origins` has the byte of the reply that each byte comes from, and at last its size.
struct Readable {
  std::string text;
  std::vector<std::size_t> origins;
};

using Replacement = std::function<std::string(std::size_t group, std::string_view written)>;

// Each group of each match, and nothing else, replaced.
Readable rewritten(const Readable& before, const Regex& pattern, const Replacement& replacement) {
  Readable after;
  std::size_t at = 0;
  const auto origin = [&before](std::size_t position) {
    return before.origins.begin() + static_cast<std::ptrdiff_t>(position);
  };
  const auto copy_until = [&](std::size_t end) {
    after.text.append(before.text, at, end - at);
    after.origins.insert(after.origins.end(), origin(at), origin(end));
  };
  pattern.each_match(before.text, [&](const Match& match) {
    for (std::size_t group = 1; group < match.groups.size(); ++group) {
      if (const auto written = match.groups[group]) {
        const std::size_t begin = match.begin + static_cast<std::size_t>(written->data() - match.groups[0]->data());
        copy_until(begin);
        after.text += replacement(group, *written);
        after.origins.resize(after.text.size(), before.origins[begin]);
        at = begin + written->size();
      }
    }
  });
  copy_until(before.text.size());
  after.origins.push_back(before.origins.back());
  return after;
}

Readable readable(std::string_view text) {
  static const Regex foreign = compiled("([^\\x00-\\x7f])");
  static const std::vector<Regex> patterns = [] {
    std::vector<Regex> all;
    for (const Decoration& decoration : decorations()) {
      all.push_back(compiled(decoration.pattern));
    }
    return all;
  }();
  Readable plain{std::string(text), std::vector<std::size_t>(text.size() + 1)};
  std::iota(plain.origins.begin(), plain.origins.end(), std::size_t{0});
  for (std::size_t each = 0; each < patterns.size(); ++each) {
    plain = rewritten(plain, patterns[each], [each](std::size_t group, std::string_view) {
      return std::string(decorations()[each].instead[group - 1]);
    });
  }
  return rewritten(plain, foreign, [](std::size_t, std::string_view written) { return with_plain_numbers(written); });
}

// Where the parts of a number are in a match of `number_pattern`.
enum Part : std::size_t {
  name = 1,      // letters and then digits: no number at all
  name_or_more,  // a name, and behind it what no name has
  minus,         // before the currency,
  minus_word,
  part_of_more,  // or what makes the digits a part of something larger
  inner_minus,   // behind the currency
  digits,        // and the marks between them
  exponent,
  more  // what makes the digits a part of something larger, behind
};

// A number with all that it is written as a part of, so that no piece of it is ever read on its own.
constexpr std::string_view number_pattern =
    R"((?=[{abc}_\d.^*}\\√±\p{Sc}-])(?<![{abc}](?=[{abc}]))(?:)"
    R"((?<![{abc}_\d])(?!{code}\d)(?:([{abc}_]++\d[{abc}_\d]*+(?:[-./:·][{abc}_\d]++)*+(?![,'’]\d)))"
    R"(|([{abc}_]++\d[{abc}_\d]*+(?:[-./:·][{abc}_\d]++)*+[,'’]\d[\d.,'’]*+))|_\{[^{}\n]*+\})"
    R"(|(?:(?<![\p{L}\p{N}_)\]}%])(-)[*_`({\[$]{0,3}|(?<![\d)\]}%] )\b((?i:minus|negative))\s+|({before}))?)"
    R"((?:{currency}[ {S}]?(-)?[*_`({\[$]{0,2}|(?<![{abc}_\d])))"
    R"((\d{4}-\d{2}-\d{2}(?!\d))"
    R"(|\d{1,3}(?: \d{3}(?!\d))++(?:[.,'’:/]\d++)*+)"
    R"(|(?:\d++ )?\d++/\d++(?!\d|[.,'’:/]\d))"
    R"(|\d++(?:(?:[.,'’:_·˙`´ʼ]| ?[/÷] ?|[{S}])\d++)*+|(?<!\w)\.\d++))"
    R"(([eE][+-]?\d++)?({behind})?))";

constexpr std::string_view before_pattern =
    R"((?<![\p{L}\p{N}_)\]}%])(?<![\p{L}\p{N}_)\]}%] )-[ {S}]+(?={currency})|(?<=[=(:<>≈~]|[=(:<>≈~] )-[ {S}]+)"
    R"(|\b(?i:minus|negative)\s+)"
    R"(|\^\s?[({]?\s?-?|\*\*(?!\d[\d.,]*\*)[({]?-?|\}\{|√|\\?sqrt\s?[({]|\\[dtc]?frac\s*|\\over\s*|±\s?|\\pm\s*)";

constexpr std::string_view behind_pattern =
    R"(\s*(?:[×x*·⋅]|\\times|\\cdot)\s*10\s*(?:(?:\^|\*\*)\s*[{(]?\s*-?\s*\d*|[{raised}]+))"
    R"(|\s?\^\s?[{(]?\s?-?\s?\d*|\*\*[{(]?-?[\p{L}\d]+|\s\*\*\s[{(]?-?[\p{L}\d]+)"
    R"(|[{raised}\u2080-\u2089]+|_\{?[\p{L}\d]+)"
    R"(|(?<=\b0)[xob][0-9A-Fa-f]++|\s[eE][+-]?\d+|[.,'’:/]\d[\d.,]*)"
    R"(|(?!(?:[ckdm]?m|ft|in)[23](?![{abc}\d]))[{abc}_]++\d[{abc}\d]*)"
    R"(|[ {S}]?(?:[kKMBTG]|(?i:bn|mn|tn))(?![\p{L}\d]|[-'’.&]\p{L}))"
    R"(|[\s{S}*_`({\[$-]{0,4}(?i:hundred|thousand|million|billion|trillion|quadrillion|dozen)"
    R"(|tenth|hundredth|thousandth|lakh|lac|crore|mil|mille|mio)"
    R"(|mln|mld|mrd|milliard|milliarde|tausend|millionen|milliarden|millón|millones|billones|milhão|milhões)"
    R"(|bilhão|bilhões|mila|milione|milioni|тыс|млн|млрд|тысяч|миллион|миллиард)s?(?![\p{L}]))"
    R"(|[ {S}]?[十百千万萬億亿兆만억천조‰‱]|\s+and\s+(?:a|one|three)[\s-](?:half|quarter|third)\b)"
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
  if (!match.groups[digits] || match.groups[part_of_more] || match.groups[more]) {
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
  const auto first =
      std::find_if(match.groups.begin() + 1, match.groups.end(), [](const auto& group) { return group.has_value(); });
  const std::size_t begin =
      first == match.groups.end() ? match.begin : static_cast<std::size_t>((*first)->data() - plain.text.data());
  return {plain.origins[begin], plain.origins[match.end - 1] + 1};
}

// The end of a name from the number on that `position` of the reply is in.
Readable number_of_name(const Readable& plain, const Match& match, std::size_t position) {
  constexpr std::string_view marks_and_digits = "0123456789.,'’:/_·";
  const auto from = [&plain](std::size_t at) { return plain.origins.begin() + static_cast<std::ptrdiff_t>(at); };
  const auto inside = static_cast<std::size_t>(std::lower_bound(from(0), from(match.end), position) - from(0));
  const std::string_view until = std::string_view(plain.text).substr(0, inside);
  const std::size_t begin = std::max(match.begin, until.find_last_not_of(marks_and_digits) + 1);
  return {plain.text.substr(begin, match.end - begin), {from(begin), from(match.end + 1)}};
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
