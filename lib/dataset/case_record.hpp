#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"

namespace promptctl {

// One record of a dataset as a case; none, and the faults reported, when it is not one. Without an `id` of its own it
// gets the first 12 hex digits of the SHA-256 of its canonical `vars`.
std::optional<Case> read_case(const Value& record, Diagnostics& diagnostics);

// What digests of cases are taken of: canonical JSON, but with every number as its file has it, as templates print it.
std::string identity_text(const Value& record);

// Whether a case may have a key of this name.
bool is_case_key(std::string_view name);

}  // namespace promptctl
