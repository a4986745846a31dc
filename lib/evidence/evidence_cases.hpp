#pragma once

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// The rows of a sample's cases, one map a case; what is absent, false, empty or zero is left out.
Value evidence_cases_value(const RunSample& sample);

// Adds the cases of a list of rows to a sample that has none. Faults: rows out of order or twice, counts that can't be,
// shares beyond 0 to 1.
void read_evidence_cases(const Value& rows, RunSample& sample, Diagnostics& diagnostics);

}  // namespace promptctl
