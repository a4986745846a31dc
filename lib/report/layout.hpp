#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace promptctl {

enum class Ink { plain, bold, dim, red, green, yellow, bold_red, bold_green, reversed_red, reversed_green };

// `text` in ANSI colour; as it is when `color` is off.
std::string paint(std::string_view text, Ink ink, bool color);

// `text` on lines of at most `width` columns; lines after the first start with `indent`, which does not count. Lines
// are broken at spaces; a word that is longer than a line (JSON, Japanese) is broken where the line ends.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace promptctl
