#include "model/run_sample.hpp"

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

}  // namespace promptctl
