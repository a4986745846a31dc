#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "base/units.hpp"

namespace promptctl {

// Where a run stands.
struct ProgressState {
  std::size_t planned = 0;
  std::size_t done = 0;
  std::size_t kept = 0;  // of these, from an earlier part of the run
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t errors = 0;
  std::size_t in_flight = 0;
  std::size_t limit = 0;  // on calls in flight now: adapts to what providers take; 0: none are made
  std::optional<std::chrono::microseconds> p95;  // of the calls so far, within 2 %
  std::optional<Usd> budget;
  Usd cost;
  bool cost_is_known = true;
  std::chrono::microseconds elapsed{0};
};

// Told about a run as it goes on; decides itself how often to show something.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void update(const ProgressState& state) = 0;

  // Nothing more follows: clears what was drawn.
  virtual void finish() = 0;
};

}  // namespace promptctl
