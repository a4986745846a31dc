#pragma once

#include <string_view>

#include "gate/measure.hpp"

namespace promptctl {

// Whether a case of either run, not in quarantine, has no verdict, or none on what the figure measures.
bool has_undecided(const GateSubject& subject, std::string_view figure);

// The run as it would be, had every case without a verdict passed with full marks, or failed with none; and had every
// assertion of the metric `figure`, where it is one, that could not tell.
RunSample with_undecided_as(RunSample sample, bool passed, std::string_view figure);

}  // namespace promptctl
