#pragma once

#include "base/diagnostic.hpp"
#include "model/run_sample.hpp"
#include "model/value.hpp"

namespace promptctl {

// Reports, as `bad-evidence`, where a predicate's result and summary are not what the rows say.
void check_evidence_counts(const Value& predicate, const RunSample& sample, Diagnostics& diagnostics);

}  // namespace promptctl
