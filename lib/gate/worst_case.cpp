#include "gate/worst_case.hpp"

#include <algorithm>
#include <set>

namespace promptctl {
namespace {

bool is_undecided(const RunSample& sample, std::string_view figure) {
  return counts_of(sample).errors > 0 ||
         std::any_of(sample.measured.begin(), sample.measured.end(), [&](const MetricSample& one) {
           return one.undecided > 0 && sample.metrics[one.metric] == figure && !sample.cases[one.sample].quarantined;
         });
}

// A case without any answer has no value of a metric that others have: it may have had any.
void add_missing(RunSample& sample, std::uint32_t metric) {
  std::set<std::uint32_t> known;
  for (const MetricSample& one : sample.measured) {
    if (one.metric == metric) {
      known.insert(one.sample);
    }
  }
  for (std::uint32_t at = 0; at < sample.cases.size(); ++at) {
    if (sample.cases[at].judged() == 0 && sample.cases[at].undecided > 0 && known.count(at) == 0) {
      sample.measured.push_back({at, metric, 0, 1});
    }
  }
}

void decide_metric(RunSample& sample, bool passed, std::string_view figure) {
  const auto found = std::find(sample.metrics.begin(), sample.metrics.end(), figure);
  if (found == sample.metrics.end()) {
    return;
  }
  const auto metric = static_cast<std::uint32_t>(found - sample.metrics.begin());
  add_missing(sample, metric);
  for (MetricSample& one : sample.measured) {
    if (one.metric == metric) {
      one.score = one.score * (1 - one.undecided) + (passed ? one.undecided : 0);
      one.undecided = 0;
    }
  }
}

}  // namespace

bool has_undecided(const GateSubject& subject, std::string_view figure) {
  return is_undecided(*subject.candidate, figure) || (subject.live != nullptr && is_undecided(*subject.live, figure));
}

RunSample with_undecided_as(RunSample sample, bool passed, std::string_view figure) {
  decide_metric(sample, passed, figure);
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
