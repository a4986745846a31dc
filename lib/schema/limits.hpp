#pragma once

#include <cstddef>
#include <string_view>

#include "base/regex.hpp"
#include "schema/compiler.hpp"
#include "schema/visit.hpp"

namespace promptctl {

// What a pair of keywords such as `minItems` and `maxItems` counts.
struct CountedSize {
  Value::Kind kind;  // of the values it is for; all others pass
  std::string_view singular;
  std::string_view plural;  // empty: the singular and an s
  std::size_t (*size)(const Value& value);
};

// The rule of a keyword that holds a count.
Rule at_least(const Site& site, const CountedSize& measure);
Rule at_most(const Site& site, const CountedSize& measure);

// Whether the pattern is found in `text`; gives the visit up when that takes too much work.
bool regex_holds(const Regex& regex, std::string_view text, Visit& visit);

}  // namespace promptctl
