#include "report/text/layout.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
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

std::string without_middle(std::string_view name, std::size_t width) {
  const std::size_t half = (width - 1) / 2;
  return display_width(name) <= width ? std::string(name)
                                      : fmt::format("{}…{}", head(name, width - 1 - half), tail(name, half));
}

// The places whose names differ from those of others that are fitted alike.
std::vector<std::size_t> places_alike(const std::vector<std::string>& names, const std::vector<std::string>& fitted) {
  std::map<std::string_view, std::set<std::string_view>> names_of;
  for (std::size_t at = 0; at < names.size(); ++at) {
    names_of[fitted[at]].insert(names[at]);
  }
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names_of[fitted[at]].size() > 1) {
      places.push_back(at);
    }
  }
  return places;
}

}  // namespace

std::string paint(std::string_view text, Ink ink, bool color) {
  constexpr std::array<std::string_view, 10> codes{"0", "1", "2", "31", "32", "33", "1;31", "1;32", "7;31", "7;32"};
  if (!color || ink == Ink::plain) {
    return std::string(text);
  }
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(ink)], text);
}

std::vector<std::string> fitted_names(const std::vector<std::string>& names, std::size_t width) {
  std::vector<std::string> fitted;
  fitted.reserve(names.size());
  for (const std::string& name : names) {
    fitted.push_back(shorten(name, width));
  }
  for (const std::size_t at : places_alike(names, fitted)) {
    fitted[at] = without_middle(names[at], width);
  }
  std::map<std::string, std::size_t> numbers;
  for (const std::size_t at : places_alike(names, fitted)) {
    const std::size_t number = numbers.try_emplace(names[at], numbers.size() + 1).first->second;
    const std::string end = fmt::format("… {}", number);
    fitted[at] = fmt::format("{}{}", head(names[at], width - display_width(end)), end);
  }
  return fitted;
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
