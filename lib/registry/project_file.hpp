#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "registry/project.hpp"

namespace promptctl {

// Reads `promptctl.yaml` (docs/project-file.md), over the providers that every registry knows. `types` are what
// `type:` may name. None only when the file is no YAML; other faults leave their field as it was by default. No place
// of a fault shows a secret that is written into the file.
std::optional<Project> read_project(const SourcePointer& source, Diagnostics& diagnostics);

// What holds without a promptctl.yaml: `openai` at its usual address with its usual environment variable.
Project default_project();

}  // namespace promptctl
