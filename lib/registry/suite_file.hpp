#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "registry/suite.hpp"

namespace promptctl {

// Reads a `suite.yaml` (docs/suite-file.md). None only when the file is no YAML map; other faults leave their field
// empty. `id` is the suite's folder below golden/. `Suite::cases` is made relative to the registry by putting the
// folder before what the file says.
std::optional<Suite> read_suite(std::string id, const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
