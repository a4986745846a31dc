#pragma once

#include <chrono>
#include <optional>

#include "exchange/request.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// How many tokens a call has used; about as many as its text may be where its provider did not say.
long long tokens_of(const Request& request, const CallOutcome& outcome);

// How many tokens a minute may be used. A call takes what it may use, by an estimate, before it is sent, and gives back
// what it did not use, or owes what it used more. Pure: time comes in as an argument.
class TokenAllowance {
 public:
  using Time = std::chrono::microseconds;  // of any one clock

  // Without a limit nothing is counted.
  explicit TokenAllowance(std::optional<long long> per_minute) : per_minute_(per_minute) {}

  // What a call may use: a token for four bytes of what is sent, and its limit on output; where it has none, what
  // answers have had so far.
  long long estimate(const Request& request) const;

  // From when so many may be taken. A call that is larger than a minute's allowance waits for a whole one.
  Time opens_at(long long tokens) const;

  void take(long long tokens, Time now);

  // A call for which so many were taken has ended: with what it used, or refused, or none knows.
  void ended(long long taken, const CallOutcome& outcome, Time now);

 private:
  void fill(Time now);

  std::optional<long long> per_minute_;
  std::optional<Time> at_;  // when `left_` was right; none: nothing was taken yet
  double left_ = 0;
  double mean_output_ = 256;  // of the latest answers
};

}  // namespace promptctl
