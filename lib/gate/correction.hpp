#pragma once

#include "gate/measure.hpp"
#include "gate/policy.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// A judge's metric as people would give it: corrected by their labels, which are another metric of some of the cases.
// Those must be a random sample of all. It has no value below 50 labels.
Measure corrected_measure(const GateRule& rule, const GatePolicy& policy, const RunSample& sample);

}  // namespace promptctl
