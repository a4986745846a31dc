#include "report/text/markdown_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "report/text/excerpt.hpp"

namespace promptctl {
namespace {

// By entity: unlike a backslash it also holds in cells and in code, and is never structure. GFM makes links of bare
// "www." and "x://" as well.
std::string with_entities(std::string_view text) {
  constexpr std::string_view marks = "\\`*_[]<>&|~$@#";
  std::string out;
  char last = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool of_link = (c == ':' && text.substr(at + 1, 1) == "/") || (c == '.' && (last == 'w' || last == 'W'));
    if (of_link || marks.find(c) != std::string_view::npos) {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
    last = c;
  }
  return out;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view invisible = "&#8203;";
  std::string out;
  for (const char c : printable(text)) {
    out += c;
    out += c == '@' || c == '#' ? "\x01" : "";
  }
  std::string escaped = with_entities(out);
  for (std::size_t at = escaped.find('\x01'); at != std::string::npos; at = escaped.find('\x01', at)) {
    escaped.replace(at, 1, invisible);
  }
  return escaped;
}

std::string markdown_code(std::string_view text) {
  return fmt::format("<code>{}</code>", with_entities(printable(text)));
}

std::string markdown_fence(std::string_view text) {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

std::string markdown_block(std::string_view text, std::string_view language) {
  const std::string shown = printable_lines(text);
  const std::string fence = markdown_fence(shown);
  return fmt::format("{0}{1}\n{2}{3}{0}\n", fence, language, shown, shown.ends_with('\n') ? "" : "\n");
}

std::string markdown_table_head(const Table& table) {
  std::string names;
  std::string rules;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column == 0 || table.has_text(column)) {
      names += fmt::format("| {} ", table.columns[column].name);
      rules += table.columns[column].is_number ? "|--:" : "|---";
    }
  }
  return fmt::format("{}|\n{}|\n", names, rules);
}

std::string markdown_table_row(const Table& table, std::size_t row) {
  std::string text;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const TableCell& cell = table.rows[row][column];
    if (column == 0 || table.has_text(column)) {
      const std::string_view mark = cell.direction == Direction::unclear ? "" : "**";
      text += fmt::format("| {0}{1}{0} ", mark, markdown_text(cell.text));
    }
  }
  return text + "|\n";
}

}  // namespace promptctl
