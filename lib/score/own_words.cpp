#include "score/own_words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/regex.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

// Names of a field or an element that holds the reply, and not something that the reply is about.
constexpr std::array<std::string_view, 9> reply_names{"answer",     "final_answer", "response", "reply",    "output",
                                                      "completion", "refusal",      "message",  "assistant"};

struct Patterns {
  Regex fence, markup, quotation, letter;
};

// A text that the reply gives and does not say: what it announces as a translation or a draft, and a formal letter.
constexpr std::string_view letter_pattern =
    "(?m:^[^\\n:.!?]*\\b(?:translat(?:es?|ed|ion|ions)|in english|means|paraphrased?|rephrased|rewritten|corrected"
    "|transcript|caption)\\b[^\\n:.!?]*:\\s*[^\\n]+)"
    "|(?m:^)(?:sure[,!.] *|certainly[,!.] *|of course[,!.] *)?"
    "(?:(?:here(?:'s| is| are)|below is|draft)(?! "
    "my\\b)[^\\n:]*\\b(?:e-?mails?|letter|message|note|draft|template|script"
    "|text|wording|refusal|decline)\\b"
    "|you (?:could|can|might) (?:say|write|send|reply|respond)\\b)[^\\n:]*:(?s:.*)"
    "|(?m:^)subject: [^\\n]*\\n(?s:.*)"
    "|^dear [^\\n,.]{1,60},(?s:.*?)\\b(?:regards|sincerely|best|yours|cheers|thank you),?\\s(?s:.*)";

const Patterns& patterns() {
  const auto compiled = [](const std::string& pattern) { return std::get<Regex>(Regex::compile(pattern)); };
  const std::string names = join(std::vector<std::string>(reply_names.begin(), reply_names.end()), "|");
  static const Patterns all{
      compiled("^```[A-Za-z0-9]*[ \\t]*\\r?\\n((?s:.*?))\\n?```$"),
      compiled("</?(?:p|div|span|br|b|i|u|em|strong|font|h[1-6]|html|body|" + names + ")(?: [^<>]*)?/?>|\\*|__|~~"),
      compiled("(?s:```.*?(?:```|$))|`[^`\\n]*`|(?m:^>[^\\n]*$)|(?<!\\w)[\"\\u201c\\u00ab]"
               "[^\"\\u201d\\u00bb]{1,2000}[\"\\u201d\\u00bb]"
               "|(?<!\\w)'[^'\\n]*(?:(?<=\\w)'(?=\\w)[^'\\n]*)*'(?!\\w)"
               "|(?s:<(think(?:ing)?|reasoning|blockquote|q|code|pre)\\b[^<>]*>.*?</\\g{-1}>)"),
      compiled(std::string(letter_pattern))};
  return all;
}

bool names_reply(std::string_view name) {
  return std::find(reply_names.begin(), reply_names.end(), lower_ascii(name)) != reply_names.end();
}

bool is_nothing(const Value& value) {
  return value.is_null() || ((value.is_text() || value.is_list() || value.is_map()) && value.text.empty() &&
                             value.items.empty() && value.fields.empty());
}

// The text that is the reply; null where the object says more, or something else.
const Value* reply_in(const Value& value) {
  if (value.is_text()) {
    return &value;
  }
  const auto has_content = [](const Field& field) { return !is_nothing(field.value); };
  const auto only = std::find_if(value.fields.begin(), value.fields.end(), has_content);
  const bool is_only = only != value.fields.end() && std::none_of(only + 1, value.fields.end(), has_content);
  return is_only && names_reply(only->name) ? reply_in(only->value) : nullptr;
}

// The reply, or what it is where it is JSON around a text.
std::string unwrapped(std::string_view reply) {
  const Match fenced = patterns().fence.search(reply);
  const std::string_view body = trim(fenced.matched() ? fenced.groups[1].value_or(reply) : reply);
  const auto json = body.starts_with('{') ? parse_json(body) : std::nullopt;
  const Value* text = json ? reply_in(*json) : nullptr;
  return std::string(text == nullptr ? reply : trim(text->text));
}

std::string plain(std::string text) {
  text = case_folded(text);
  for (const std::string_view apostrophe : {"’", "′", "ʼ", "´", "&#39;", "&#x27;", "&apos;", "&rsquo;", "&#8217;"}) {
    text = replace_all(text, apostrophe, "'");
  }
  for (const std::string_view space : {"\u00a0", "\u202f", "\u2009", "&nbsp;"}) {
    text = replace_all(text, space, " ");
  }
  return text;
}

// `text` with each match replaced.
std::string replaced(const std::string& text, const Regex& pattern, std::string_view (*replacement)(std::string_view)) {
  std::string result;
  std::size_t at = 0;
  pattern.each_match(text, [&](const Match& match) {
    result.append(text, at, match.begin - at)
        .append(replacement(std::string_view(text).substr(match.begin, match.end - match.begin)));
    at = match.end;
  });
  return result.append(text, at);
}

// Elements of blocks end a line; those within one, and Markdown's marks, leave nothing.
std::string_view mark_of_form(std::string_view markup) {
  constexpr std::array<std::string_view, 8> within{"span", "b", "i", "u", "em", "strong", "font", ""};
  std::string_view name = markup;
  name.remove_prefix(std::min(name.size(), name.find_first_not_of("</")));
  name = name.substr(0, name.find_first_of(" />*_~"));
  return std::find(within.begin(), within.end(), name) == within.end() ? "\n" : "";
}

std::string_view ellipsis(std::string_view) {
  return "…";
}

}  // namespace

std::string own_words(std::string_view reply) {
  const std::string text = plain(unwrapped(trim(reply)));
  const std::string quoted(trim(replaced(text, patterns().quotation, ellipsis)));
  const std::string own = quoted == "…" ? std::string(trim(text).substr(1)) : quoted;
  const std::string formless(trim(replaced(own, patterns().markup, mark_of_form)));
  return std::string(trim(replaced(formless, patterns().letter, ellipsis)));
}

}  // namespace promptctl
