#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "template/template.hpp"

namespace promptctl {

// Partials by name, shared by all prompts that may use them.
using Partials = std::map<std::string, Template, std::less<>>;

// Reports the partials that a template uses and that do not exist (`unknown-partial`).
void check_partials_of(const Template& body, const Partials& partials, Diagnostics& diagnostics);

// The same for each of the partials, and those that come back to themselves whatever the variables are
// (`partial-cycle`): nothing that uses one can be rendered. One that does so in a block may have an end.
void check_partials(const Partials& partials, Diagnostics& diagnostics);

}  // namespace promptctl
