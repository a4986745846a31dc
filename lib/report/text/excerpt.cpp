#include "report/text/excerpt.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {

std::string printable_lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    out += printable(text.substr(at, end - at));
    out += text.substr(end, 1);
    at = end + 1;
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t most) {
  if (text.size() <= most) {
    return std::string(text);
  }
  std::string_view start = text.substr(0, most);
  start.remove_suffix(incomplete_utf8_tail(start));
  return fmt::format("{}\n… and {} more bytes", start, grouped(static_cast<long long>(text.size() - start.size())));
}

}  // namespace promptctl
