#include "evidence/evidence.hpp"

#include <string>

#include "evidence/evidence_check.hpp"

namespace {

using namespace promptctl;  // NOLINT: a fuzz target is all about it.

RunSummary summary_of(const RunSample& sample) {
  const SampleCounts counts = counts_of(sample);
  RunSummary summary;
  summary.cases = counts.cases;
  summary.passed = counts.passed;
  summary.failed = counts.failed;
  summary.errors = counts.errors;
  summary.quarantined = counts.quarantined;
  summary.missing = counts.missing;
  if (counts.pass_rate) {
    summary.pass_rate = Interval{*counts.pass_rate, 0, 1};
  }
  return summary;
}

}  // namespace

// What was read must be read again from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  Diagnostics faults;
  for (const EvidenceStatement& one : read_evidence_lines(std::make_shared<const Source>("fuzz", text), faults)) {
    const std::string written = evidence_text(one.sample, summary_of(one.sample));
    const auto again = read_evidence(std::make_shared<const Source>("again", written), faults);
    if (!again || evidence_text(again->sample, summary_of(again->sample)) != written) {
      __builtin_trap();
    }
  }
  return 0;
}
