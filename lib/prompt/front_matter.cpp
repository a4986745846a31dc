#include "prompt/front_matter.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view way_out = "if it is text, begin the file with two lines of `---`: empty front matter";

struct Line {
  std::string_view text;  // less its break
  std::size_t start = 0;
  std::size_t next = 0;  // where the line behind it begins
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {text.substr(at, end - at), at, std::min(end + 1, text.size())};
}

bool is_fence(std::string_view line) {
  return line.starts_with("---") && trim(line) == "---";
}

// What someone may have meant as a line of `---`, among characters that can't be seen.
bool is_like_fence(std::string_view line) {
  const std::string_view text = trim(line);
  if (text == "\u2014" || text == "\u2013") {
    return true;
  }
  std::string ascii;
  std::copy_if(text.begin(), text.end(), std::back_inserter(ascii), [](char c) { return (c & 0x80) == 0; });
  const std::string_view marks = trim(ascii);
  return marks.starts_with("---") || marks == "--" || marks == "+++";
}

// The first line that is neither blank nor a comment; and whether comments stand before it.
std::pair<Line, bool> first_line(std::string_view text, std::size_t from) {
  bool commented = false;
  Line line = line_at(text, from);
  while (line.next < text.size() && (trim(line.text).empty() || line.text.starts_with('#'))) {
    commented = commented || line.text.starts_with('#');
    line = line_at(text, line.next);
  }
  return {line, commented};
}

std::optional<Line> closing_fence(std::string_view text, std::size_t from) {
  for (Line line = line_at(text, from); line.start < text.size(); line = line_at(text, line.next)) {
    if (is_fence(line.text)) {
      return line;
    }
  }
  return std::nullopt;
}

// Where a part of `text` from `from` on, between what may have been meant as fences, holds keys of front matter. Code
// in Markdown's fences shows text.
template <typename Test>
std::optional<std::size_t> find_keys(std::string_view text, std::size_t from, const Test& reads_as_keys) {
  std::size_t part = from;
  bool bounded = false;
  bool in_code = false;
  for (Line line = line_at(text, from); line.start < text.size(); line = line_at(text, line.next)) {
    in_code = in_code != line.text.starts_with("```");
    const bool ends_part = !in_code && is_like_fence(line.text);
    if (ends_part && reads_as_keys(text.substr(part, line.start - part))) {
      return part;
    }
    part = ends_part ? line.next : part;
    bounded = bounded || ends_part;
  }
  return bounded && !in_code && reads_as_keys(text.substr(part)) ? std::optional(part) : std::nullopt;
}

}  // namespace

std::optional<FrontMatter> split_front_matter(const SourcePointer& source,
                                              const std::function<bool(std::string_view lines)>& reads_as_keys,
                                              Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const auto [first, commented] = first_line(text, 0);
  const auto end = is_fence(first.text) ? closing_fence(text, first.next) : std::nullopt;
  if (is_fence(first.text) && !end && !commented) {
    diagnostics.error("front-matter", locate(source, first.start), "the front matter has no closing `---` line");
    return std::nullopt;
  }
  if (!end) {
    if (const auto keys = find_keys(text, 0, reads_as_keys)) {
      diagnostics.error("front-matter", locate(source, *keys),
                        "front matter that is not at its place would be sent as text",
                        "it stands first, between two lines of `---`; " + std::string(way_out));
      return std::nullopt;
    }
    return FrontMatter{text.substr(0, 0), 0};
  }
  const std::string_view yaml = text.substr(first.next, end->start - first.next);
  if (commented && trim(yaml).empty()) {
    diagnostics.error("front-matter", locate(source, 0), "lines before an empty front matter would not be sent",
                      "put them behind it, or write a comment as {{! … }}");
    return std::nullopt;
  }
  const auto [second, unused] = first_line(text, end->next);
  static_cast<void>(unused);
  const auto second_end = is_fence(second.text) ? closing_fence(text, second.next) : std::nullopt;
  if (second_end && reads_as_keys(text.substr(second.next, second_end->start - second.next))) {
    diagnostics.error("front-matter", locate(source, second.start), "a second front matter would be sent as text",
                      "make one of the two");
    return std::nullopt;
  }
  return FrontMatter{yaml, end->next};
}

}  // namespace promptctl
