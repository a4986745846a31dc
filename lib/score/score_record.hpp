#pragma once

#include <vector>

#include "document/value.hpp"
#include "score/score.hpp"

namespace promptctl {

// The results of assertions as a JSON list, and back. Only for text this program wrote: what is not such a list reads
// as empty.
Value assertions_value(const std::vector<AssertionResult>& assertions);
std::vector<AssertionResult> read_assertions_value(const Value& list);

}  // namespace promptctl
