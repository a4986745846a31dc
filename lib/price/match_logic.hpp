#pragma once

#include <string_view>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Which names of models an entry of a price table means: a map of one of `equals`, `starts_with`, `ends_with`,
// `contains` (case does not count), `regex` (it does), or `or` and `and` with a list of such maps.

// Whether `logic` fits a name, which is in lower case. What is no such map fits none.
bool matches(const Value& logic, std::string_view name);

// Reports what is no such map: `missing-key`, `unknown-key`, `wrong-kind`, `bad-regex`.
void check_match_logic(const Value& logic, Diagnostics& diagnostics);

}  // namespace promptctl
