#pragma once

#include <chrono>

namespace promptctl {

class Clock {
 public:
  virtual ~Clock() = default;

  // The time of day, for records.
  virtual std::chrono::system_clock::time_point now() const = 0;

  // A time that only goes forward, for measuring. Its zero is arbitrary.
  virtual std::chrono::microseconds elapsed() const = 0;
};

}  // namespace promptctl
