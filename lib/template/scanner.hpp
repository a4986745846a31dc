#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "template/syntax.hpp"

namespace promptctl {

enum class TagKind {
  print,
  block,
  inverse_block,
  inverse,
  else_block,
  close,
  partial,
  comment,
  refused,        // a fault was reported
  refused_block,  // and something will close it
};

// `{{…}}`. What stands between its signs and its end is text()[begin, end) of the source.
struct TemplateTag {
  TagKind kind = TagKind::print;
  std::size_t at = 0;  // of the first brace
  std::size_t begin = 0;
  std::size_t end = 0;
  StripFlags strip;
  bool raw = false;  // `{{{name}}}` or `{{&name}}`
};

using TemplatePiece = std::variant<std::string, TemplateTag>;

// Cuts a template into stretches of text, their escapes undone, and tags. After a fault it goes on behind the tag.
class TemplateScanner {
 public:
  // The text and `faults` must outlive it. Scans [begin, text.size()).
  TemplateScanner(std::string_view text, std::size_t begin, TemplateFaults& faults);

  // None at the end.
  std::optional<TemplatePiece> next();

 private:
  std::optional<TemplatePiece> next_text();
  std::string escaped_text();
  TemplateTag next_tag();
  TemplateTag comment(TemplateTag tag);
  TemplateTag raw_block(TemplateTag tag);
  TemplateTag closed(TemplateTag tag, std::string_view closer);
  void read_sign(TemplateTag& tag);
  void read_else(TemplateTag& tag);
  void refuse(TemplateTag& tag, std::string_view what);
  std::size_t find_end(const TemplateTag& tag, std::string_view closer);
  std::size_t skip_quoted(std::size_t at) const;
  TemplateTag unclosed(TemplateTag tag, std::string message, std::string hint);

  std::string_view text_;
  std::size_t at_;
  bool escaped_ = false;  // at_ is at a `{{` that is text
  TemplateFaults& faults_;
};

}  // namespace promptctl
