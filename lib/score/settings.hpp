#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/regex.hpp"
#include "document/field_reader.hpp"

namespace promptctl {

// What assertion types read from their settings. Each reports its faults; then it is none.

// `value` as text; a number or a boolean as the file has it.
std::optional<std::string> read_value_text(FieldReader& settings);

// The same; empty text is a fault, as everything would pass.
std::optional<std::string> read_wanted_text(FieldReader& settings);

// `value`: a list of texts, numbers and booleans, or one text that is split at its commas. There, `"a, b"` is one
// piece; `\"`, `\\` and `\,` stand for a quote, a backslash and a comma, and in quotes `""` for a quote. At least one
// piece.
std::optional<std::vector<std::string>> read_wanted_texts(FieldReader& settings);

// A text as one piece of such a text, or a part of a piece.
std::string quoted_list_item(std::string_view text);

// A number of 0 or more.
std::optional<double> read_size(FieldReader& settings, std::string_view name);

// Compiles what stands at `pattern`; a fault is `bad-regex`.
std::optional<Regex> read_pattern(const Value& pattern, Diagnostics& diagnostics);

}  // namespace promptctl
