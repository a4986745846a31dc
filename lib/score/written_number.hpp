#pragma once

#include <optional>
#include <string_view>

namespace promptctl {

// Numbers as people write them: `1,234.50`, `-3`, `−3`, `$-5`, `-$5`, `.5`, `1e6`. A minus behind a word, a number or a
// bracket is an operator or a dash; digits behind a letter (`Q4`) are part of a name; the period that ends a sentence
// is no part of the number.

// None when `text` holds no number.
std::optional<double> last_number(std::string_view text);

// None when `text` is anything but one number, white space around it aside.
std::optional<double> whole_number(std::string_view text);

}  // namespace promptctl
