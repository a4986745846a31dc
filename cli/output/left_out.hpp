#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace promptctl::cli {

// How many of many findings a terminal is shown.
constexpr std::size_t most_shown = 100;

// "  and 25 more: --json has them all", where there are more of them; `way` is what to do to see them.
std::string left_out_line(std::size_t count, std::string_view way);

}  // namespace promptctl::cli
