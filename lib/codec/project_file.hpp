#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "model/project.hpp"

namespace promptctl {

// Reads `promptctl.yaml` (docs/project-file.md), over the providers that every registry knows. `provider_types` are the
// types that `type:` may name. None only when the file is no YAML; other faults leave their field as it was by default.
std::optional<Project> read_project(const SourcePointer& source, const std::vector<std::string_view>& provider_types,
                                    Diagnostics& diagnostics);

// What holds without a promptctl.yaml: `openai` at its usual address with its usual environment variable.
Project default_project();

}  // namespace promptctl
