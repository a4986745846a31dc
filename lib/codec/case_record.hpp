#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "model/golden_case.hpp"

namespace promptctl {

// One record of a dataset as a case; none, and the faults reported, when it is not one. Without an `id` of its own it
// gets the first 12 hex digits of the SHA-256 of its canonical `vars`.
std::optional<Case> read_case(const Value& record, Diagnostics& diagnostics);

}  // namespace promptctl
