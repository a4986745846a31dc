#include "score/readable.hpp"

#include <functional>
#include <numeric>
#include <string_view>
#include <variant>

#include "base/characters.hpp"
#include "base/regex.hpp"

namespace promptctl {
namespace {

// What a reply puts in and around a number for the looks of it, and what is read instead: one text for each group.
struct Decoration {
  const char* pattern;
  std::vector<std::string_view> instead;
};

// Each is taken out of what the ones before it left.
const std::vector<Decoration>& decorations() {
  static const std::vector<Decoration> all{
      {R"((?<=\])(\((?=[^\s()]*[:/#])(?:[^()\s]|\([^()\s]*\))++(?:\s+"[^"\n]*")?\)))", {""}},
      {R"(\b((?:[a-z][a-z0-9+.]*+:/{2}|www\.)[\w.~:/?#@!$&*+,;=%-]++))", {""}},
      {R"((【[^】\n]*+】)|(\[\^[^\[\]\s]++\])|(?<=[\p{Latin}\p{Greek}\p{Cyrillic}\d.!?%)\]}])(\[\d{1,3}\]))",
       {"", "", ""}},
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

}  // namespace

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

}  // namespace promptctl
