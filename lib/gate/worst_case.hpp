#pragma once

#include "model/run_sample.hpp"

namespace promptctl {

// Whether a case, not in quarantine, has no verdict.
bool has_undecided(const RunSample& sample);

// The run as it would be, had every case without a verdict passed with full marks, or failed with none.
RunSample with_undecided_as(RunSample sample, bool passed);

}  // namespace promptctl
