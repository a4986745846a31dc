#include "report/text/html_text.hpp"

#include <fmt/format.h>

#include <array>

#include "base/utf8.hpp"
#include "report/text/excerpt.hpp"

namespace promptctl {
namespace {

std::string escaped(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 5> entities{
      {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}};
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    std::string_view written(&c, 1);
    for (const auto& [mark, entity] : entities) {
      written = c == mark ? entity : written;
    }
    out += written;
  }
  return out;
}

std::string row_text(const Table& table, std::size_t row) {
  std::string text = "<tr>";
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const TableCell& cell = table.rows[row][column];
    if (column == 0) {
      text += fmt::format("<th scope=\"row\">{}</th>", html_text(cell.text));
    } else if (table.has_text(column)) {
      const std::string_view number = table.columns[column].is_number ? " class=\"number\"" : "";
      text += fmt::format("<td{}>{}</td>", number.empty() ? html_class(cell.direction) : number, html_text(cell.text));
    }
  }
  return text + "</tr>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
  return escaped(printable(text));
}

std::string html_lines(std::string_view text) {
  return escaped(printable_lines(text));
}

std::string_view html_class(Direction direction) {
  constexpr std::array<std::string_view, 3> classes{" class=\"worse\"", "", " class=\"better\""};
  return classes[static_cast<std::size_t>(direction)];
}

std::string html_table(const Table& table, std::string_view caption) {
  if (table.rows.empty()) {
    return {};
  }
  std::string text = fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table>\n<caption>{0}</caption>\n"
      "<thead><tr>",
      html_text(caption));
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column == 0 || table.has_text(column)) {
      text += fmt::format("<th scope=\"col\"{}>{}</th>", table.columns[column].is_number ? " class=\"number\"" : "",
                          html_text(table.columns[column].name));
    }
  }
  text += "</tr></thead>\n<tbody>\n";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    text += row_text(table, row);
  }
  return text + "</tbody></table></div>\n";
}

}  // namespace promptctl
