#pragma once

#include "base/diagnostic.hpp"
#include "model/run_sample.hpp"
#include "model/value.hpp"

namespace promptctl {

// What the rows of a sample add up to.
struct EvidenceCounts {
  std::size_t cases = 0, passed = 0, failed = 0, errors = 0;  // without those in quarantine
  std::size_t quarantined = 0;
  std::size_t missing = 0;          // planned results that no row has
  std::optional<double> pass_rate;  // of the cases with a verdict; none without any
};

EvidenceCounts counts_of(const RunSample& sample);

// Reports, as `bad-evidence`, where a predicate's result and summary are not what the rows say.
void check_evidence_counts(const Value& predicate, const RunSample& sample, Diagnostics& diagnostics);

}  // namespace promptctl
