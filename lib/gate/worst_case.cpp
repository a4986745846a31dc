#include "gate/worst_case.hpp"

namespace promptctl {

bool has_undecided(const GateSubject& subject) {
  return counts_of(*subject.candidate).errors > 0 || (subject.live != nullptr && counts_of(*subject.live).errors > 0);
}

RunSample with_undecided_as(RunSample sample, bool passed) {
  for (CaseSample& one : sample.cases) {
    if (reduced(one, sample.header.reducer)) {
      continue;
    }
    one.score = one.judged() > 0 ? one.score : passed ? 1 : 0;
    (passed ? one.passed : one.failed) += one.undecided;
    one.undecided = 0;
  }
  return sample;
}

}  // namespace promptctl
