#pragma once

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// Reports, as `bad-evidence`, where a predicate's result and summary are not what the rows say.
void check_evidence_counts(const Value& predicate, const RunSample& sample, Diagnostics& diagnostics);

}  // namespace promptctl
