#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

enum class Ink { plain, bold, dim, red, green, yellow, bold_red, bold_green, reversed_red, reversed_green };

// `text` in ANSI colour; as it is when `color` is off.
std::string paint(std::string_view text, Ink ink, bool color);

// `text` on lines of at most `width` columns; lines after the first start with `indent`, which does not count. Lines
// are broken at spaces; a word that is longer than a line (JSON, Japanese) is broken where the line ends.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

// Names in at most `width` columns, at least 10, each cut so that names that differ still do: at the end, else in the
// middle, else at the end with a number.
std::vector<std::string> fitted_names(const std::vector<std::string>& names, std::size_t width);

}  // namespace promptctl
