#pragma once

#include <string>
#include <string_view>

namespace promptctl {

enum class Ink { plain, bold, dim, red, green, yellow };

// `text` in ANSI colour; as it is when `color` is off.
std::string paint(std::string_view text, Ink ink, bool color);

}  // namespace promptctl
