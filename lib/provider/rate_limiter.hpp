#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "exchange/response.hpp"
#include "provider/rate_notice.hpp"

namespace promptctl {

// When the next call to one provider may go out: no more at a time than configured, no more a minute than configured,
// and no more than the provider has shown to bear.
//
// A refusal (`rate_limited`) by itself says little: some servers refuse one call in a hundred by chance. Where several
// come close together, calls are spaced from then on: by the rate that went through, a little less, which grows again
// with every success, the faster the longer no limit is met. Where none went through
// between two of them, nothing is sent for as long as the provider says. Pure: time comes in as an argument.
class RateLimiter {
 public:
  using Time = std::chrono::microseconds;  // of any one clock

  RateLimiter(int concurrency, std::optional<int> requests_per_minute);

  // No call may be sent before; and none while as many are in flight as `limit`.
  Time opens_at() const;
  bool may_send(Time now) const;

  // How many may be in flight.
  int limit() const { return static_cast<int>(limit_); }

  // A call goes out; `ended` must follow.
  void sent(Time now);

  // What an answer says of its server's limits: where nothing is left, the next call waits for what comes back
  // meanwhile. `tokens` are those that a call uses.
  void told(const RateNotice& notice, long long tokens, Time now);

  // How a call that was sent at `sent` has ended. A wait of `longest` or more is not kept to: no call would outlast it.
  void ended(const CallOutcome& outcome, Time sent, Time now, Time longest);

 private:
  void succeeded(Time sent);
  void refused(const ProviderError& error, Time sent, Time now, Time longest);
  void ease(const ProviderError& error);
  void slow_down(Time wait, Time now);

  int most_;
  std::optional<Time> spacing_;  // as configured
  double limit_;
  std::size_t in_flight_ = 0;
  Time shut_until_{0};                 // as the provider says
  Time next_slot_{0};                  // by spacing and pace
  std::optional<double> pace_;         // calls a second that the provider bears; none: no limit was met
  bool is_measured_ = false;           // the pace is that of a limit, and not one that is searched for
  double refused_share_ = 0;           // of the latest calls
  std::optional<Time> suspect_;        // when the first was sent of the refusals in a row
  int in_a_row_ = 0;                   // refusals that no success came between
  Time over_from_{0};                  // when the last limit was over
  double successes_ = 0;               // of calls that were sent since then
  std::optional<Time> measured_from_;  // the first call, the first limit, or some time ago
  double measured_ = 0;                // successes since then
};

}  // namespace promptctl
