#include "base/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace promptctl {
namespace {

enum class Class { letter, punctuation, unspaced, space };

struct Character {
  std::string_view text;
  Class kind = Class::letter;
};

using Range = std::pair<utf8proc_int32_t, utf8proc_int32_t>;

constexpr std::array<Range, 9> unspaced_scripts{{{0x0E00, 0x0EFF},      // Thai, Lao
                                                 {0x1000, 0x109F},      // Myanmar
                                                 {0x1780, 0x17FF},      // Khmer
                                                 {0x3005, 0x3007},      // ideographic iteration mark and zero
                                                 {0x3040, 0x30FF},      // Hiragana, Katakana
                                                 {0x31F0, 0x9FFF},      // Katakana extensions, Han
                                                 {0xF900, 0xFAFF},      // Han, compatibility
                                                 {0xFF66, 0xFF9F},      // Katakana, half width
                                                 {0x20000, 0x3FFFF}}};  // Han, supplementary planes

Class class_of(utf8proc_int32_t code_point) {
  const auto holds = [code_point](const Range& range) {
    return code_point >= range.first && code_point <= range.second;
  };
  const utf8proc_category_t category = utf8proc_category(code_point);
  if (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) {
    return Class::space;
  }
  if (code_point == ' ' || (code_point >= '\t' && code_point <= '\r')) {
    return Class::space;
  }
  if (category >= UTF8PROC_CATEGORY_PD && category <= UTF8PROC_CATEGORY_SO) {
    return Class::punctuation;
  }
  return std::any_of(unspaced_scripts.begin(), unspaced_scripts.end(), holds) ? Class::unspaced : Class::letter;
}

// The code point at the start of `text`, which must not be empty, and its size; an invalid byte is one of its own.
std::pair<utf8proc_int32_t, std::size_t> first_code_point(std::string_view text) {
  utf8proc_int32_t code_point = -1;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  return size <= 0 ? std::pair(utf8proc_int32_t{0xFFFD}, std::size_t{1})
                   : std::pair(code_point, static_cast<std::size_t>(size));
}

Character first_character(std::string_view text) {
  auto [previous, size] = first_code_point(text);
  const Class kind = class_of(previous);
  utf8proc_int32_t state = 0;
  while (size < text.size()) {
    const auto [code_point, more] = first_code_point(text.substr(size));
    if (utf8proc_grapheme_break_stateful(previous, code_point, &state)) {
      break;
    }
    previous = code_point;
    size += more;
  }
  return {text.substr(0, size), kind};
}

// Of characters that stand together without white space: the word from the first letter to the last, and each
// punctuation character before and after it.
void append_words(std::vector<std::string_view>& words, const std::vector<Character>& chunk) {
  const auto is_letter = [](const Character& character) { return character.kind == Class::letter; };
  const auto first = std::find_if(chunk.begin(), chunk.end(), is_letter);
  const auto last = std::find_if(chunk.rbegin(), chunk.rend(), is_letter).base();
  for (auto at = chunk.begin(); at != chunk.end(); ++at) {
    if (at == first) {
      at = last - 1;
      const char* end = at->text.data() + at->text.size();
      words.emplace_back(first->text.data(), static_cast<std::size_t>(end - first->text.data()));
    } else {
      words.push_back(at->text);
    }
  }
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::vector<Character> chunk;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    at += character.text.size();
    if (character.kind == Class::letter || character.kind == Class::punctuation) {
      chunk.push_back(character);
      continue;
    }
    append_words(words, std::exchange(chunk, {}));
    if (character.kind == Class::unspaced) {
      words.push_back(character.text);
    }
  }
  append_words(words, chunk);
  return words;
}

}  // namespace promptctl
