#pragma once

#include <string>
#include <string_view>

#include "report/text/table.hpp"

// Text from outside in GitHub's markdown (GFM), where it stays text: it can't end the cell, block or element it stands
// in, and makes no link, picture, heading or HTML.
namespace promptctl {

// In running text or a cell. An invisible character behind each `@` and `#` keeps a name from being notified and a
// number from becoming a link.
std::string markdown_text(std::string_view text);

// As code, which can be copied as it is: `<code>…</code>`.
std::string markdown_code(std::string_view text);

// A block of code over lines of its own, in a fence that is longer than any in the text. It ends in a line break.
std::string markdown_block(std::string_view text, std::string_view language = {});

// The fence alone: three backticks, or one more than stand together anywhere in `text`.
std::string markdown_fence(std::string_view text);

// A table, its cells escaped, with an empty line behind; what is worse or better is bold.
std::string markdown_table_head(const Table& table);
std::string markdown_table_row(const Table& table, std::size_t row);

}  // namespace promptctl
