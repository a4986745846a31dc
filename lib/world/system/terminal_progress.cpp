#include "world/system/terminal_progress.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/text.hpp"
#include "base/units.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

using std::chrono::microseconds;

constexpr microseconds terminal_interval{100'000};
constexpr microseconds log_interval{10'000'000};

std::string cost_text(const ProgressState& state) {
  const std::string spent = state.cost_is_known ? money_text(state.cost) : "cost unknown";
  return state.budget ? fmt::format("{} of {}", spent, money_text(*state.budget)) : spent;
}

}  // namespace

std::string progress_text(const ProgressState& state) {
  const double seconds = static_cast<double>(state.elapsed.count()) / 1e6;
  std::string text = fmt::format("{}/{} · {} passed · {} failed · {}", grouped(state.done), grouped(state.planned),
                                 grouped(state.passed), grouped(state.failed), counted(state.errors, "error"));
  if (seconds > 0 && state.done > state.kept) {
    const double rate = static_cast<double>(state.done - state.kept) / seconds;
    const double left = static_cast<double>(state.planned - state.done) / rate;
    text += fmt::format(" · {:.1f}/s · {} left", rate, duration_text(microseconds(static_cast<long long>(left * 1e6))));
  }
  text += state.p95 ? fmt::format(" · p95 {}", duration_text(*state.p95)) : "";
  text += state.limit > 0 ? fmt::format(" · {} of {} in flight", grouped(state.in_flight), grouped(state.limit)) : "";
  return text + " · " + cost_text(state);
}

TerminalProgress::TerminalProgress(std::ostream& out, const Clock& clock, bool is_terminal, std::size_t width)
    : out_(out), clock_(clock), is_terminal_(is_terminal), width_(width) {
  next_ = clock.elapsed() + (is_terminal ? terminal_interval : log_interval);
}

void TerminalProgress::update(const ProgressState& state) {
  const microseconds now = clock_.elapsed();
  if (now < next_) {
    return;
  }
  next_ = now + (is_terminal_ ? terminal_interval : log_interval);
  if (!is_terminal_) {
    out_ << progress_text(state) << std::endl;
    return;
  }
  out_ << "\r\x1b[K" << shorten(progress_text(state), width_ - 1) << std::flush;
  drawn_ = true;
}

void TerminalProgress::finish() {
  if (drawn_) {
    out_ << "\r\x1b[K" << std::flush;
    drawn_ = false;
  }
}

}  // namespace promptctl
