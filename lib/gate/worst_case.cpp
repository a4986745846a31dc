#include "gate/worst_case.hpp"

#include <algorithm>

namespace promptctl {

bool has_undecided(const RunSample& sample) {
  return std::any_of(sample.cases.begin(), sample.cases.end(), [&sample](const CaseSample& one) {
    return !one.quarantined && !reduced(one, sample.header.reducer);
  });
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
