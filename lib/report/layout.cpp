#include "report/layout.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

// The words of a text, those longer than a line in pieces that fill one.
std::vector<std::string_view> words_within(std::string_view text, std::size_t width) {
  std::vector<std::string_view> words;
  for (std::string_view word : split(text, ' ')) {
    for (std::string_view start = head(word, width); start.size() < word.size() && !start.empty();
         start = head(word, width)) {
      words.push_back(start);
      word.remove_prefix(start.size());
    }
    words.push_back(word);
  }
  return words;
}

}  // namespace

std::string paint(std::string_view text, Ink ink, bool color) {
  constexpr std::array<std::string_view, 10> codes{"0", "1", "2", "31", "32", "33", "1;31", "1;32", "7;31", "7;32"};
  if (!color || ink == Ink::plain) {
    return std::string(text);
  }
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(ink)], text);
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string out;
  std::size_t used = 0;
  const char* end_of_last = text.data();
  for (const std::string_view word : words_within(text, width)) {
    const std::size_t columns = display_width(word);
    const std::size_t gap = word.data() > end_of_last ? 1 : 0;  // None between the pieces of one word.
    if (used > 0 && used + gap + columns > width) {
      out.append("\n").append(indent);
      used = 0;
    } else if (used > 0) {
      out.append(gap, ' ');
      used += gap;
    }
    out += word;
    used += columns;
    end_of_last = word.data() + word.size();
  }
  return out;
}

}  // namespace promptctl
