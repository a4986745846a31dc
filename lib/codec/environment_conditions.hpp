#pragma once

#include "base/diagnostic.hpp"
#include "model/value.hpp"

namespace promptctl {

// Reports what is wrong with one environment of promptctl.yaml: unknown and misspelt keys, wrong kinds, a rule that
// bounds nothing, an `after` that names none of the environments before it.
void check_environment(const Field& environment, const Value& all, Diagnostics& diagnostics);

}  // namespace promptctl
