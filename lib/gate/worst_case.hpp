#pragma once

#include "gate/measure.hpp"

namespace promptctl {

// Whether a case of either run, not in quarantine, has no verdict.
bool has_undecided(const GateSubject& subject);

// The run as it would be, had every case without a verdict passed with full marks, or failed with none.
RunSample with_undecided_as(RunSample sample, bool passed);

}  // namespace promptctl
