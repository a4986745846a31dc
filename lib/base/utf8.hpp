#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// The offset of the first byte that is not UTF-8; none when the whole text is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Every byte that is not UTF-8 as U+FFFD.
std::string repair_utf8(std::string_view text);

// How many bytes at the end of `text` are the start of a character that further bytes may complete: 0 to 3.
std::size_t incomplete_utf8_tail(std::string_view text);

// Code points; a byte that is not UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

// `text` as code points; a byte that is not UTF-8 becomes U+FFFD.
std::u32string code_points(std::string_view text);

// Unicode normalisation form C. Text that is not UTF-8 is repaired first.
std::string normalized(std::string_view text);

// Unicode default case folding, for comparing without regard to case.
std::string case_folded(std::string_view text);

// Columns on a terminal: by grapheme cluster, 0 to 2 each.
std::size_t display_width(std::string_view text);

// The longest start (end) of `text` that is at most `width` columns wide and cuts no grapheme cluster.
std::string_view head(std::string_view text, std::size_t width);
std::string_view tail(std::string_view text, std::size_t width);

// `text` in at most `width` columns; where it was cut, it ends in "…".
std::string shorten(std::string_view text, std::size_t width);

// Control characters, bidirectional overrides and invalid bytes escaped (\n, \x1b, \u202e), and a workflow's commands
// (\x3a:error::, \x23#[group]) as if the text began a line, so that text from a model or a stranger's file can neither
// move the cursor, nor disguise itself, nor command.
std::string printable(std::string_view text);

}  // namespace promptctl
