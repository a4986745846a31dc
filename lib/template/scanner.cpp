#include "template/scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";
constexpr std::size_t nowhere = std::string_view::npos;

struct TagSign {
  std::string_view written;
  TagKind kind;
  std::string_view refused;  // what a template may not hold; empty for what it may
};

constexpr std::array<TagSign, 9> signs{{{"#>", TagKind::block, "blocks as partials"},
                                        {"#*", TagKind::block, "decorators"},
                                        {"#", TagKind::block, {}},
                                        {"^", TagKind::inverse_block, {}},
                                        {"/", TagKind::close, {}},
                                        {">", TagKind::partial, {}},
                                        {"*", TagKind::print, "decorators"},
                                        {"{", TagKind::print, {}},
                                        {"&", TagKind::print, {}}}};

bool ends_word(std::string_view rest) {
  constexpr std::string_view word = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-:?";
  return rest.empty() || (word.find(rest.front()) == nowhere && static_cast<unsigned char>(rest.front()) < 0x80);
}

}  // namespace

TemplateScanner::TemplateScanner(std::string_view text, std::size_t begin, TemplateFaults& faults)
    : text_(text), at_(begin), faults_(faults) {}

std::optional<TemplatePiece> TemplateScanner::next() {
  if (at_ >= text_.size() || faults_.full()) {
    return std::nullopt;
  }
  if (escaped_) {
    escaped_ = false;
    return escaped_text();
  }
  auto text = next_text();
  return text ? std::move(text) : next_tag();
}

// None where a tag comes first.
std::optional<TemplatePiece> TemplateScanner::next_text() {
  const std::size_t tag = std::min(text_.find("{{", at_), text_.size());
  std::string text(text_.substr(at_, tag - at_));
  at_ = tag;
  if (tag < text_.size() && text.ends_with('\\')) {
    escaped_ = !text.ends_with("\\\\");
    text.pop_back();
  }
  if (!text.empty()) {
    return text;
  }
  return escaped_ || at_ >= text_.size() ? next() : std::nullopt;
}

// Up to the next tag, its own backslashes left to it.
std::string TemplateScanner::escaped_text() {
  const std::size_t start = at_;
  at_ = std::min(text_.find("{{", start + 2), text_.size());
  for (int backslashes = 0; backslashes < 2 && at_ < text_.size() && at_ > start + 2; ++backslashes) {
    at_ -= text_[at_ - 1] == '\\' ? 1 : 0;
  }
  return std::string(text_.substr(start, at_ - start));
}

TemplateTag TemplateScanner::next_tag() {
  TemplateTag tag;
  tag.at = at_;
  if (text_.substr(at_).starts_with("{{{{")) {
    return raw_block(tag);
  }
  tag.begin = at_ + 2;
  if (text_.substr(tag.begin).starts_with('~')) {
    tag.strip.left = true;
    ++tag.begin;
  }
  if (text_.substr(tag.begin).starts_with('!')) {
    return comment(tag);
  }
  const bool triple = text_.substr(tag.begin).starts_with('{');
  read_sign(tag);
  return closed(tag, triple ? "}" : "");
}

void TemplateScanner::read_sign(TemplateTag& tag) {
  const std::string_view rest = text_.substr(tag.begin);
  const auto* sign = std::find_if(signs.begin(), signs.end(),
                                  [rest](const TagSign& known) { return rest.starts_with(known.written); });
  if (sign == signs.end()) {
    read_else(tag);
    return;
  }
  tag.kind = sign->kind;
  tag.begin += sign->written.size();
  tag.raw = sign->written == "{" || sign->written == "&";
  if (!sign->refused.empty()) {
    refuse(tag, sign->refused);
  }
}

void TemplateScanner::read_else(TemplateTag& tag) {
  const std::size_t word = text_.find_first_not_of(white_space, tag.begin);
  if (word != nowhere && text_.substr(word).starts_with("else") && ends_word(text_.substr(word + 4))) {
    tag.kind = TagKind::else_block;
    tag.begin = word + 4;
  }
}

void TemplateScanner::refuse(TemplateTag& tag, std::string_view what) {
  faults_.error("template-syntax", tag.at, fmt::format("Dotprompt's templates have no {}", what));
  tag.kind = tag.kind == TagKind::block ? TagKind::refused_block : TagKind::refused;
}

// Ends in `closer`, perhaps `~`, and `}}`.
TemplateTag TemplateScanner::closed(TemplateTag tag, std::string_view closer) {
  const std::size_t end = find_end(tag, closer);
  if (end == nowhere) {
    at_ = text_.size();
    return unclosed(tag, "this tag is never closed", "end it with `}}`");
  }
  at_ = end;
  if (text_[end] == '{') {
    return unclosed(tag, "this tag is not closed before the next one begins", "end it with `}}`");
  }
  if (text_[end] == '"' || text_[end] == '\'') {
    tag.at = end;
    at_ = std::min(text_.find("}}", end), text_.size() - 2) + 2;
    return unclosed(tag, fmt::format("the text that begins here has no closing {}", text_[end]), "");
  }
  tag.end = end;
  at_ = end + closer.size();
  tag.strip.right = text_[at_] == '~';
  at_ += tag.strip.right ? 3 : 2;
  const bool bare = trim(text_.substr(tag.begin, tag.end - tag.begin)).empty();
  if (bare && (tag.kind == TagKind::else_block || tag.kind == TagKind::inverse_block)) {
    tag.kind = TagKind::inverse;
  }
  if (tag.kind != TagKind::inverse && closer.empty() && !tag.strip.right && text_.substr(at_).starts_with('}')) {
    tag.at = at_ - 2;
    return unclosed(tag, "`}}}` only ends a tag that begins with `{{{`", "put a space before the third brace");
  }
  return tag;
}

// The offset of the tag's closing signs. At fault: that of the next tag's opening or of a quote that has no partner;
// npos when the text ends first.
std::size_t TemplateScanner::find_end(const TemplateTag& tag, std::string_view closer) {
  std::size_t at = tag.begin;
  while (at < text_.size()) {
    const std::string_view rest = text_.substr(at);
    const std::string_view behind = rest.substr(std::min(closer.size(), rest.size()));
    const bool ends = rest.starts_with(closer) && (behind.starts_with("}}") || behind.starts_with("~}}"));
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    const std::size_t after = quoted || rest.front() == '[' ? skip_quoted(at) : at + 1;
    if (ends || rest.starts_with("{{") || (quoted && after == nowhere)) {
      return at;
    }
    at = after == nowhere ? at + 1 : after;
  }
  return nowhere;
}

// The offset behind the quote or bracket that closes the one at `at`; npos when there is none. A backslash takes its
// meaning from it.
std::size_t TemplateScanner::skip_quoted(std::size_t at) const {
  const char quote = text_[at] == '[' ? ']' : text_[at];
  for (++at; at < text_.size(); ++at) {
    if (text_[at] == quote) {
      return at + 1;
    }
    at += text_[at] == '\\' && at + 1 < text_.size() && text_[at + 1] == quote ? 1 : 0;
  }
  return nowhere;
}

TemplateTag TemplateScanner::comment(TemplateTag tag) {
  tag.kind = TagKind::comment;
  const bool dashed = text_.substr(tag.begin).starts_with("!--");
  const std::string_view closer = dashed ? "--" : "";
  for (std::size_t at = tag.begin + 1; at < text_.size(); ++at) {
    const std::string_view rest = text_.substr(at);
    if (!rest.starts_with(closer)) {
      continue;
    }
    tag.strip.right = rest.substr(closer.size()).starts_with("~}}");
    if (tag.strip.right || rest.substr(closer.size()).starts_with("}}")) {
      at_ = at + closer.size() + (tag.strip.right ? 3 : 2);
      return tag;
    }
  }
  at_ = text_.size();
  return unclosed(tag, "this comment is never closed", fmt::format("end it with `{}}}}}`", closer));
}

TemplateTag TemplateScanner::raw_block(TemplateTag tag) {
  refuse(tag, "raw blocks");
  const std::size_t end = text_.find("}}}}", at_);
  at_ = end == nowhere ? text_.size() : end + 4;
  return tag;
}

TemplateTag TemplateScanner::unclosed(TemplateTag tag, std::string message, std::string hint) {
  faults_.error("template-syntax", tag.at, std::move(message), std::move(hint));
  tag.kind = TagKind::refused;
  return tag;
}

}  // namespace promptctl
