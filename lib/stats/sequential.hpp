#pragma once

#include <cstddef>

namespace promptctl {

// Wald's sequential probability ratio test of a stream of successes and failures (Annals of Mathematical Statistics 16,
// 1945): which of two shares it comes from, each answer wrong with a chance of about `error` at most. Takes one result
// at a time and stops as soon as it may; what comes after the answer is not counted.
class SequentialTest {
 public:
  enum class Answer { undecided, low, high };

  // 0 < low_share < high_share < 1 and 0 < error < 0.5.
  SequentialTest(double low_share, double high_share, double error = 0.05);

  void add(bool success);
  Answer answer() const;
  std::size_t count() const { return successes_ + failures_; }

 private:
  double success_weight_;
  double failure_weight_;
  double limit_;
  std::size_t successes_ = 0;
  std::size_t failures_ = 0;
};

}  // namespace promptctl
