#include "report/text/csv_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

// Tabs stay, as a spreadsheet takes them; what moves a terminal's cursor does not.
std::string harmless_line(std::string_view line) {
  std::string text;
  std::string_view before;
  for (const std::string_view piece : split(line, '\t')) {
    text.append(before).append(printable(piece));
    before = "\t";
  }
  return text;
}

}  // namespace

std::string csv_cell(std::string_view raw) {
  const bool formula = !raw.empty() && std::string_view("=+-@\t\r").find(raw.front()) != std::string_view::npos;
  const std::string lines = replace_all(replace_all(raw, "\r\n", "\n"), "\"", "\"\"");
  const std::string cell = std::string(formula ? "\"'" : "\"") + lines + "\"";
  std::string text;
  std::string_view before;
  for (const std::string_view line : split(cell, '\n')) {
    text.append(before).append(harmless_line(line));
    before = "\n";
  }
  return text;
}

}  // namespace promptctl
