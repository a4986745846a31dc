#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "score/exact_number.hpp"

namespace promptctl {

// Numbers as people write them, whole and exact: `1,234.50`, `1'234`, `1,00,000`, `7{,}250`, `-3`, `−3`, `$-5`, `.5`,
// `1e6`, `1/2`, `2½`, `\frac{1}{2}`, in the digits of any script. A minus behind a word, a number or a bracket is an
// operator or a dash; digits behind a letter (`Q4`) are part of a name; the period that ends a sentence is no part of
// the number.

// Which mark stands before the fraction. The other one, like an apostrophe or a narrow space, then groups digits in
// threes; where the fraction has a comma, so does a plain space.
enum class DecimalMark { point, comma };

struct WrittenNumber {
  std::string written;               // as it stands in the text; empty: there is no number
  std::optional<ExactNumber> value;  // none: it can be read in more than one way (`1,5`, `1.2.3`, `10:30`, `2^10`)
};

// The last number of `text`.
WrittenNumber last_number(std::string_view text, DecimalMark mark = DecimalMark::point);

// None when `text` is anything but one number, white space around it aside.
std::optional<ExactNumber> whole_number(std::string_view text, DecimalMark mark = DecimalMark::point);

}  // namespace promptctl
