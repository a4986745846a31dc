#include "template/tag_token.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace promptctl {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";
constexpr std::string_view no_name = " \t\r\n\f\v!\"#%&'()*+,./;<=>@[\\]^`{|}~";
constexpr std::string_view after_dot = " \t\r\n\f\v=~}/.)|";
constexpr std::array<std::pair<char, TagTokenKind>, 7> signs{{{'@', TagTokenKind::at_sign},
                                                              {'/', TagTokenKind::separator},
                                                              {'.', TagTokenKind::separator},
                                                              {'=', TagTokenKind::equals},
                                                              {'(', TagTokenKind::open},
                                                              {')', TagTokenKind::close},
                                                              {'|', TagTokenKind::bar}}};

bool is_number(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

TagTokenKind kind_of(std::string_view name) {
  const bool word = name == "true" || name == "false" || name == "null" || name == "undefined";
  return word ? TagTokenKind::word : is_number(name) ? TagTokenKind::number : TagTokenKind::name;
}

class TagTokenReader {
 public:
  // `text` ends where the tag does.
  TagTokenReader(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  // None at a character that begins nothing.
  std::optional<TagToken> next() {
    at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size());
    const char c = at_ < text_.size() ? text_[at_] : ' ';
    if (at_ == text_.size()) {
      return token(TagTokenKind::end, 0);
    }
    if (c == '"' || c == '\'') {
      return quoted(c, TagTokenKind::text);
    }
    if (c == '[') {
      return quoted(']', TagTokenKind::name);
    }
    if (c == '.' && starts_dotted_name()) {
      return token(TagTokenKind::name, text_.substr(at_).starts_with("..") ? 2 : 1);
    }
    return no_name.find(c) == std::string_view::npos ? name() : sign(c);
  }

  std::size_t position() const { return at_; }

 private:
  bool starts_dotted_name() const {
    const std::string_view rest = text_.substr(at_ + 1);
    return rest.empty() || after_dot.find(rest.front()) != std::string_view::npos;
  }

  TagToken token(TagTokenKind kind, std::size_t length) {
    TagToken made{kind, at_, at_ + length, std::string(text_.substr(at_, length)), false};
    at_ += length;
    return made;
  }

  std::optional<TagToken> sign(char c) {
    const auto* known = std::find_if(signs.begin(), signs.end(), [c](const auto& sign) { return sign.first == c; });
    return known == signs.end() ? std::nullopt : std::optional(token(known->second, 1));
  }

  std::optional<TagToken> quoted(char close, TagTokenKind kind) {
    TagToken made{kind, at_, at_, {}, kind == TagTokenKind::name};
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      if (text_[at] == close) {
        made.after = at_ = at + 1;
        return made;
      }
      const bool escape = text_[at] == '\\' && at + 1 < text_.size() &&
                          (text_[at + 1] == close || (made.bracketed && text_[at + 1] == '\\'));
      at += escape ? 1 : 0;
      made.text += text_[at];
    }
    return std::nullopt;
  }

  // A number may hold a dot, which otherwise ends a name.
  TagToken name() {
    std::size_t length = std::min(text_.find_first_of(no_name, at_), text_.size()) - at_;
    if (is_number(text_.substr(at_, length)) && text_.substr(at_ + length).starts_with('.')) {
      const std::size_t fraction = at_ + length + 1;
      const std::size_t after = std::min(text_.find_first_of(no_name, fraction), text_.size());
      const bool decimal =
          after > fraction && !text_.substr(after).starts_with('.') &&
          text_.substr(fraction, after - fraction).find_first_not_of("0123456789") == std::string_view::npos;
      if (decimal) {
        return token(TagTokenKind::number, after - at_);
      }
    }
    return token(kind_of(text_.substr(at_, length)), length);
  }

  std::string_view text_;
  std::size_t at_;
};

// `foo[0]`, `a"b"`: a name ends where a space or a sign does.
bool runs_together(const TagToken& before, const TagToken& token) {
  constexpr std::array<TagTokenKind, 4> words{TagTokenKind::name, TagTokenKind::text, TagTokenKind::number,
                                              TagTokenKind::word};
  const auto is_wordy = [&words](TagTokenKind kind) {
    return std::find(words.begin(), words.end(), kind) != words.end();
  };
  const bool starts = is_wordy(token.kind) || token.kind == TagTokenKind::at_sign || token.kind == TagTokenKind::open;
  return is_wordy(before.kind) && starts && before.after == token.at;
}

std::string hint_for(char c) {
  return c == '[' || c == ']' ? "an item of a list is `list.[0]`, a name with odd characters `map.[its name]`"
                              : std::string();
}

}  // namespace

std::optional<std::vector<TagToken>> tag_tokens(std::string_view text, std::size_t begin, std::size_t end,
                                                TemplateFaults& faults) {
  TagTokenReader reader(text.substr(0, end), begin);
  std::vector<TagToken> tokens;
  while (tokens.empty() || tokens.back().kind != TagTokenKind::end) {
    auto token = reader.next();
    if (!token || (!tokens.empty() && runs_together(tokens.back(), *token))) {
      const std::size_t at = token ? token->at : reader.position();
      faults.error("template-syntax", at, fmt::format("`{}` can't stand here", text[at]), hint_for(text[at]));
      return std::nullopt;
    }
    tokens.push_back(std::move(*token));
  }
  return tokens;
}

}  // namespace promptctl
