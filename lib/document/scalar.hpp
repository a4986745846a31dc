#pragma once

#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// A plain (unquoted) scalar by YAML 1.2's core schema: null, a boolean, a number, or text. Two departures, both of them
// text instead of a surprise: numbers with leading zeros (postcodes, "007"), and `.inf` and `.nan`, which JSON lacks.
// `Value::written` keeps the scalar where the value's own text is another.
Value resolve_plain_scalar(std::string_view scalar);

}  // namespace promptctl
