#include "report/csv_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {

std::string csv_cell(std::string_view raw) {
  const std::string text = repair_utf8(raw);
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return "\"" + std::string(formula ? "'" : "") + replace_all(text, "\"", "\"\"") + "\"";
}

}  // namespace promptctl
