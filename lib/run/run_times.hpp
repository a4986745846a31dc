#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace promptctl {

// A quantile with its 95 % interval. None: beyond what was measured, because too many calls timed out or too few calls
// were made to say.
struct QuantileFigure {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
};

// How some calls spread. `p95` is what 95 % of them stay within: of times at most, of speeds at least. Quantiles are of
// type 7 (Hyndman and Fan; the default of R and NumPy). A call that timed out took longer than any that was answered:
// its time is not known, and it counts as the slowest.
struct Spread {
  std::size_t count = 0;     // calls, those that timed out included
  std::size_t timeouts = 0;  // among them
  QuantileFigure p50, p90, p95, p99;
  std::optional<double> max;  // the worst; none where a call timed out
};

struct NamedSpread {
  std::string name;
  Spread total_ms;
};

// One slow call, to look at.
struct SlowCall {
  std::string case_id;
  int repeat = 1;
  double latency_ms = 0;  // until the answer was there, or until promptctl gave up
  std::optional<double> first_token_ms;
  std::optional<long long> output_tokens;
  bool timed_out = false;
};

// Calls that took at least `low_ms` and less than `high_ms`.
struct TimeBin {
  double low_ms = 0;
  double high_ms = 0;
  std::size_t count = 0;
};

// How long the fresh calls of a run took. What cache, cassette or case answered is counted and measured nowhere.
struct RunTimes {
  std::size_t calls = 0;  // answered
  std::size_t replayed = 0;
  std::size_t timeouts = 0;
  std::size_t failed = 0;                   // other errors: they say nothing of how long an answer takes
  std::optional<Spread> total_ms;           // request sent to last byte
  std::optional<Spread> first_token_ms;     // request sent to first text, of streamed calls
  std::optional<Spread> queued_ms;          // waiting to be sent: for a free place, a rate limit, after failed attempts
  std::optional<Spread> tokens_per_second;  // output tokens by total time
  std::vector<NamedSpread> tags;            // by name
  std::vector<NamedSpread> lengths;         // by input tokens, short ones first
  std::vector<NamedSpread> models;          // as the provider names them
  std::vector<SlowCall> slowest;            // at most ten
  std::vector<TimeBin> histogram;           // of answered calls; ten bins a decade, without empty ones at the ends
};

}  // namespace promptctl
