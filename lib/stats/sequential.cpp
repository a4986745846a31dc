#include "stats/sequential.hpp"

#include <cassert>
#include <cmath>

namespace promptctl {

SequentialTest::SequentialTest(double low_share, double high_share, double error)
    : success_weight_(std::log(high_share / low_share)),
      failure_weight_(std::log((1 - high_share) / (1 - low_share))),
      limit_(std::log((1 - error) / error)) {
  assert(0 < low_share && low_share < high_share && high_share < 1 && 0 < error && error < 0.5);
}

void SequentialTest::add(bool success) {
  if (answer() == Answer::undecided) {
    ++(success ? successes_ : failures_);
  }
}

SequentialTest::Answer SequentialTest::answer() const {
  const double evidence =
      static_cast<double>(successes_) * success_weight_ + static_cast<double>(failures_) * failure_weight_;
  if (evidence >= limit_) {
    return Answer::high;
  }
  return evidence <= -limit_ ? Answer::low : Answer::undecided;
}

}  // namespace promptctl
