#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "score/exact_number.hpp"

namespace promptctl {

// Numbers as people write them, whole and exact: `1,234.50`, `1'234`, `1,00,000`, `7{,}250`, `-3`, `−3`, `$-5`, `.5`,
// `1e6`, `1/2`, `2½`, `\frac{1}{2}`, `USD1,200`, `minus 5`, in the digits of any script, under any Markdown, HTML or
// TeX. All that is written as one is read as one or not at all: no piece of it is a number. A minus behind a word, a
// number or a bracket is an operator or a dash; digits behind a letter (`Q4`, `v1.2`) are part of a name, and no
// number; the period that ends a sentence is no part of the number.

struct WrittenNumber {
  std::string written;               // without its decoration; empty: there is no number
  std::optional<ExactNumber> value;  // none: it can be read in more than one way (`1,5`, `1.2.3`, `10:30`, `2^10`)
  bool is_cut = false;               // there is none because an excerpt takes only a part of what is written
};

// Bytes of a text.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What a pattern takes out of a text, and what it looked at for that.
struct Excerpt {
  Passage taken;
  Passage match;
};

// The last number of `text`.
WrittenNumber last_number(std::string_view text, DecimalMark mark = DecimalMark::point);

// The last number of what `excerpt` takes out of `text`. It has no value when it is a part of a larger number there
// (`12` of `12.5`), unless the match holds all of that and the part ends at a slash, colon or hyphen (`(\d+)/10`).
WrittenNumber last_number(std::string_view text, const Excerpt& excerpt, DecimalMark mark = DecimalMark::point);

// None when `text` is anything but one number, white space around it aside.
std::optional<ExactNumber> whole_number(std::string_view text, DecimalMark mark = DecimalMark::point);

}  // namespace promptctl
