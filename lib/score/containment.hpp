#pragma once

#include <string>
#include <string_view>

#include "score/assertion_type.hpp"

namespace promptctl {

enum class Letters { exact, folded };  // folded: regardless of case, by Unicode's case folding

// The reply and `value` as `holds` compares them; `complaint` says what is wrong when it is false: "does not start
// with".
using TextComparison = bool (*)(std::string_view reply, std::string_view wanted);
Check compare_with_value(FieldReader& settings, Letters letters, TextComparison holds, std::string_view complaint);

bool holds_text(std::string_view reply, std::string_view wanted);

// The reply holds one of the texts, or all of the texts, that `value` lists.
Check contains_any_of_value(FieldReader& settings, Letters letters);
Check contains_all_of_value(FieldReader& settings, Letters letters);

}  // namespace promptctl
