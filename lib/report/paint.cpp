#include "report/paint.hpp"

#include <fmt/format.h>

#include <array>

namespace promptctl {

std::string paint(std::string_view text, Ink ink, bool color) {
  constexpr std::array<std::string_view, 6> codes{"0", "1", "2", "31", "32", "33"};
  if (!color || ink == Ink::plain) {
    return std::string(text);
  }
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(ink)], text);
}

}  // namespace promptctl
