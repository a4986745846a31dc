#pragma once

#include <optional>

#include "flow/registry.hpp"
#include "model/ledger.hpp"

namespace promptctl::cli {

// A prompt's content as one JSON value, for programs: docs/releasing.md has the fields. `version` is its number, where
// it has one.
Value bundle_value(const PromptBundle& bundle, const std::optional<long long>& version);

}  // namespace promptctl::cli
