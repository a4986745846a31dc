#include "world/system/terminal_progress.hpp"

#include <cmath>
#include <sstream>

#include "run/latency_bins.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// A clock that is set by hand.
class SetClock : public Clock {
 public:
  std::chrono::system_clock::time_point now() const override { return {}; }
  std::chrono::microseconds elapsed() const override { return elapsed_; }
  void set(std::chrono::milliseconds time) { elapsed_ = time; }

 private:
  std::chrono::microseconds elapsed_{0};
};

ProgressState halfway() {
  ProgressState state;
  state.planned = 1'319;
  state.done = 412;
  state.kept = 100;
  state.passed = 401;
  state.failed = 9;
  state.errors = 2;
  state.in_flight = 7;
  state.limit = 8;
  state.p95 = std::chrono::milliseconds(1'240);
  state.cost = Usd::picodollars(12'300'000'000);
  state.budget = Usd::parse("2");
  state.elapsed = std::chrono::seconds(10);
  return state;
}

}  // namespace

TEST_CASE("progress says how far, how fast, how dear, and counts no earlier results as speed", "[report]") {
  CHECK(progress_text(halfway()) ==
        "412/1,319 · 401 passed · 9 failed · 2 errors · 31.2/s · 29.1s left · p95 1.24s · 7 of 8 in flight · "
        "$0.0123 of $2.00");
  ProgressState offline;
  offline.planned = 4;
  offline.cost_is_known = false;
  CHECK(progress_text(offline) == "0/4 · 0 passed · 0 failed · 0 errors · cost unknown");
}

TEST_CASE("a log gets a line every ten seconds, a terminal one line that is drawn over", "[report]") {
  SetClock clock;
  std::ostringstream log;
  TerminalProgress lines(log, clock, false, 80);
  std::ostringstream screen;
  TerminalProgress drawn(screen, clock, true, 40);
  for (int tenths = 0; tenths <= 250; ++tenths) {
    clock.set(std::chrono::milliseconds(tenths * 100));
    lines.update(halfway());
    drawn.update(halfway());
  }
  lines.finish();
  drawn.finish();
  const std::string logged = log.str();
  CHECK(std::count(logged.begin(), logged.end(), '\n') == 2);
  CHECK(logged.find('\x1b') == std::string::npos);
  const std::string shown = screen.str();
  CHECK(std::count(shown.begin(), shown.end(), '\n') == 0);
  CHECK(shown.ends_with("\r\x1b[K"));
}

TEST_CASE("the p95 of calls under way is within two hundredths", "[report]") {
  LatencyBins bins;
  CHECK_FALSE(bins.quantile(0.95));
  for (int milliseconds = 1; milliseconds <= 2'000; ++milliseconds) {
    bins.add(std::chrono::milliseconds(milliseconds));
  }
  const double p95 = static_cast<double>(bins.quantile(0.95)->count());
  CHECK(p95 == Approx(1'900'000).epsilon(0.02));
  bins.add(std::chrono::hours(5));
  CHECK(bins.quantile(1).value() > std::chrono::minutes(7));
}
