#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "mock/mock_script.hpp"

namespace promptctl {

// Reads a script for `promptctl mock` (docs/mock.md); none after a fault.
std::optional<MockScript> read_mock_script(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
