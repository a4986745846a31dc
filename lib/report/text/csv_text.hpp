#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// A quoted cell (RFC 4180). What begins like a formula is one to a spreadsheet, and names and replies are not to be
// trusted: an apostrophe stops it. Control characters but tabs and line ends are escaped, and so are lines that a
// workflow would take for commands: see `printable`.
std::string csv_cell(std::string_view raw);

}  // namespace promptctl
