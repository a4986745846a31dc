#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "eval/progress.hpp"
#include "ports/clock.hpp"

namespace promptctl {

// On a terminal one line that is drawn over ten times a second; elsewhere (a CI log) a line every ten seconds.
class TerminalProgress : public Progress {
 public:
  TerminalProgress(std::ostream& out, const Clock& clock, bool is_terminal, std::size_t width);

  void update(const ProgressState& state) override;
  void finish() override;

 private:
  std::ostream& out_;
  const Clock& clock_;
  bool is_terminal_;
  std::size_t width_;
  std::chrono::microseconds next_{0};
  bool drawn_ = false;
};

// For -q.
class NoProgress : public Progress {
 public:
  void update(const ProgressState&) override {}
  void finish() override {}
};

// "312/1,319 · 301 passed · 9 failed · 2 errors · 48.2/s · 21s left · p95 1.24s · 16 of 16 in flight · $0.0123 of
// $2.00"
std::string progress_text(const ProgressState& state);

}  // namespace promptctl
