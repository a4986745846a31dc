#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/places.hpp"

namespace promptctl {

enum class TagTokenKind { name, text, number, word, at_sign, separator, equals, open, close, bar, end };

struct TagToken {
  TagTokenKind kind = TagTokenKind::end;
  std::size_t at = 0;
  std::size_t after = 0;   // offset behind it
  std::string text;        // of a name, a text, a number or a word (`true false null undefined`); quotes undone
  bool bracketed = false;  // of a name: written as `[…]`, so that `..` and `this` are plain names
};

// What stands between the signs of a tag, text[begin, end), as tokens; the last is `end`. A character that can't be
// read is a fault, and gives none.
std::optional<std::vector<TagToken>> tag_tokens(std::string_view text, std::size_t begin, std::size_t end,
                                                TemplateFaults& faults);

}  // namespace promptctl
