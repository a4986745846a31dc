#pragma once

#include "eval/interruption.hpp"
#include "ports/clock.hpp"

namespace promptctl::testing {

// Stands still, at 2026-01-02 03:04:05 UTC unless told otherwise.
class FixedClock : public Clock {
 public:
  FixedClock() = default;
  explicit FixedClock(std::chrono::system_clock::time_point now) : now_(now) {}

  std::chrono::system_clock::time_point now() const override { return now_; }
  std::chrono::microseconds elapsed() const override { return std::chrono::microseconds(0); }

 private:
  std::chrono::system_clock::time_point now_{std::chrono::seconds(1'767'323'045)};
};

class NoInterruption : public Interruption {
 public:
  int requests() const override { return 0; }
};

}  // namespace promptctl::testing
