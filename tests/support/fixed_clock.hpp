#pragma once

#include "ports/clock.hpp"
#include "ports/interruption.hpp"

namespace promptctl::testing {

// Stands still at 2026-01-02 03:04:05 UTC.
class FixedClock : public Clock {
 public:
  std::chrono::system_clock::time_point now() const override {
    return std::chrono::system_clock::time_point(std::chrono::seconds(1'767'323'045));
  }
  std::chrono::microseconds elapsed() const override { return std::chrono::microseconds(0); }
};

class NoInterruption : public Interruption {
 public:
  int requests() const override { return 0; }
};

}  // namespace promptctl::testing
