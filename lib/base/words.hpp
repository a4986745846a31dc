#pragma once

#include <string_view>
#include <vector>

namespace promptctl {

// The words of a text, for comparing it with another: what white space separates, less the punctuation at both ends,
// each character of which is a word of its own. So is each character of the scripts that put no spaces between words
// (Chinese, Japanese, Thai and others). Characters are grapheme clusters. Views into `text`; between two of them lies
// nothing but white space.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace promptctl
