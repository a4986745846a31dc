#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// What a reply says in its own words, to be searched for a refusal: case folded, apostrophes and spaces plain, without
// HTML's and Markdown's marks of form. Quotations, code, what a model thought before it answered, and what is announced
// as a translation or a draft are "…", and so is a formal letter; unless the whole reply stands in quotation marks.
//
// A reply that is one JSON object, fenced or not, says what stands in the field that names the reply itself ("answer",
// "message"), where all beside it is empty. Of any other JSON the texts are quotations: they may be data.
std::string own_words(std::string_view reply);

}  // namespace promptctl
