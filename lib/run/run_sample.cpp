#include "run/run_sample.hpp"

#include <algorithm>

namespace promptctl {
namespace {

std::optional<double> share_if(bool sure_pass, bool sure_fail) {
  return sure_pass ? std::optional(1.0) : sure_fail ? std::optional(0.0) : std::nullopt;
}

}  // namespace

std::optional<double> reduced(const CaseSample& sample, Reducer reducer) {
  const std::size_t repeats = sample.judged() + sample.undecided;
  if (repeats == 0) {
    return std::nullopt;
  }
  const std::size_t most_passed = std::size_t{sample.passed} + sample.undecided;
  switch (reducer) {
    case Reducer::all:
      return share_if(sample.passed == repeats, sample.failed > 0);
    case Reducer::any:
      return share_if(sample.passed > 0, sample.failed == repeats);
    case Reducer::majority:
      return share_if(std::size_t{sample.passed} * 2 > repeats, most_passed * 2 <= repeats);
    case Reducer::mean:
      break;
  }
  return sample.judged() == 0
             ? std::nullopt
             : std::optional(static_cast<double>(sample.passed) / static_cast<double>(sample.judged()));
}

SampleCounts counts_of(const RunSample& sample) {
  SampleCounts counts;
  double shares = 0;
  for (const CaseSample& one : sample.cases) {
    counts.results += one.judged() + one.undecided;
    if (one.quarantined) {
      ++counts.quarantined;
      continue;
    }
    const auto share = reduced(one, sample.header.reducer);
    ++counts.cases;
    ++(!share ? counts.errors : is_pass(*share) ? counts.passed : counts.failed);
    shares += share.value_or(0);
  }
  const std::size_t decided = counts.passed + counts.failed;
  counts.pass_rate = decided == 0 ? std::nullopt : std::optional(shares / static_cast<double>(decided));
  const auto planned = static_cast<std::size_t>(std::max(sample.header.planned, 0LL));
  counts.missing = planned - std::min(counts.results, planned);
  return counts;
}

}  // namespace promptctl
