#include "provider/rate_limiter.hpp"

#include <algorithm>
#include <cmath>

namespace promptctl {
namespace {

using std::chrono::microseconds;

constexpr double second = 1e6;
constexpr double slowest = 0.1;             // calls a second
constexpr double share_kept = 0.96;         // of the rate that goes through, at a limit
constexpr double weight_of_one = 1.0 / 16;  // of an outcome, in the share of refusals
constexpr double growth_in_search = 0.02;   // of the pace, by a success, before a limit was measured

// The same later, when so many came since the last limit: slowly at first, so that the limit is met once in some
// hundred calls, and faster the longer none is met.
double growth(double successes) {
  constexpr double first = 2e-5;
  constexpr double usual = 100;
  return first * (1 + successes / usual * successes / usual);
}

microseconds gap(double pace) {
  return microseconds(std::llround(second / pace));
}

}  // namespace

RateLimiter::RateLimiter(int concurrency, std::optional<int> requests_per_minute)
    : most_(concurrency), limit_(concurrency) {
  constexpr microseconds minute{60'000'000};
  if (requests_per_minute) {
    spacing_ = minute / *requests_per_minute;
  }
}

RateLimiter::Time RateLimiter::opens_at() const {
  return std::max(shut_until_, next_slot_);
}

bool RateLimiter::may_send(Time now) const {
  return static_cast<double>(in_flight_) + 1 <= limit_ && opens_at() <= now;
}

void RateLimiter::sent(Time now) {
  ++in_flight_;
  measured_from_ = measured_from_.value_or(now);
  Time space = spacing_.value_or(Time(0));
  if (pace_) {
    space = std::max(space, gap(*pace_));
  }
  // What was missed is not made up for, but for a few milliseconds: a loop that wakes late must not lose its rate.
  constexpr Time lateness{5'000};
  next_slot_ = space.count() == 0 ? next_slot_ : std::max(next_slot_, now - lateness) + space;
}

// A reset is the time to a full bucket: one part of it comes back in that part of the time.
void RateLimiter::told(const RateNotice& notice, long long tokens, Time now) {
  constexpr Time longest = std::chrono::minutes(1);
  const auto wait = [&](const LimitNotice& of, long long wanted) {
    if (of.remaining.value_or(1) > 0 || !of.reset || of.limit.value_or(0) <= 0) {
      return Time(0);
    }
    const double share = std::min(1.0, static_cast<double>(wanted) / static_cast<double>(*of.limit));
    return std::min(longest, Time(std::llround(share * static_cast<double>(Time(*of.reset).count()))));
  };
  const Time least = std::max(wait(notice.requests, 1), wait(notice.tokens, tokens));
  next_slot_ = least.count() == 0 ? next_slot_ : std::max(next_slot_, now + least);
}

void RateLimiter::ended(const CallOutcome& outcome, Time sent, Time now, Time longest) {
  --in_flight_;
  const auto* error = std::get_if<ProviderError>(&outcome);
  if (error == nullptr) {
    succeeded(sent);
  } else if (error->kind == ProviderError::Kind::rate_limited) {
    refused(*error, sent, now, longest);
  }
}

void RateLimiter::succeeded(Time sent) {
  limit_ = std::min(static_cast<double>(most_), limit_ + 1 / limit_);
  refused_share_ -= refused_share_ * weight_of_one;
  measured_ += 1;
  if (sent >= over_from_) {
    successes_ += 1;
  }
  if (pace_) {
    *pace_ *= 1 + (is_measured_ ? growth(successes_) : growth_in_search);
  }
  if (suspect_ && sent >= *suspect_) {
    in_a_row_ = 0;
  }
}

void RateLimiter::refused(const ProviderError& error, Time sent, Time now, Time longest) {
  if (sent < over_from_) {
    return;  // It was under way when the limit was met.
  }
  constexpr int chance = 3;
  constexpr double often = 0.1;
  refused_share_ += (1 - refused_share_) * weight_of_one;
  suspect_ = in_a_row_ == 0 ? sent : std::min(sent, suspect_.value_or(sent));
  const bool is_shut = ++in_a_row_ >= chance || in_flight_ == 0;  // Where it is alone, nothing else can tell.
  if (!is_shut && refused_share_ <= often) {
    ease(error);
    return;
  }
  const bool can_wait = error.retry_after && *error.retry_after < longest;
  const Time wait = can_wait ? Time(*error.retry_after) : Time(0);
  slow_down(wait, now);
  shut_until_ = std::max(shut_until_, is_shut ? now + wait : now);
  next_slot_ = std::max(next_slot_, shut_until_);
  over_from_ = shut_until_;
}

// A refusal that says to come again within a call's space or two is none by chance: the pace is a little too high.
void RateLimiter::ease(const ProviderError& error) {
  constexpr double share_eased = 0.98;
  if (pace_ && error.retry_after && Time(*error.retry_after) <= 2 * gap(*pace_)) {
    pace_ = std::max(slowest, *pace_ * share_eased);
    successes_ = 0;
  }
}

// To what goes through in the long run. The first limit is met by a burst, which says little: what went through, and
// how long to wait for one more call. Where nothing went through yet, there is nothing to learn of.
void RateLimiter::slow_down(Time wait, Time now) {
  constexpr double shortest = 1 * second, longest = 20 * second;
  constexpr double fewest = 5;
  const double passed = std::max(static_cast<double>((now - measured_from_.value_or(now)).count()), 1.0);
  const double measured = measured_ * second / passed;
  const double told = wait.count() > 0 ? second / static_cast<double>(wait.count()) : 0;
  if (!pace_ && measured_ >= fewest) {
    limit_ = std::max(1.0, limit_ / 2);
    pace_ = std::max(measured / 2, told);
    measured_from_ = now;
    measured_ = 0;
  } else if (pace_ && (passed < shortest || measured_ < fewest)) {
    *pace_ /= 2;
  } else if (pace_) {
    pace_ = std::min(*pace_, measured);
    is_measured_ = true;
    const double kept = passed > longest ? passed / 2 : passed;  // What is long ago counts half.
    measured_from_ = now - Time(std::llround(kept));
    measured_ *= kept / passed;
  }
  if (pace_) {
    pace_ = std::max(slowest, *pace_ * share_kept);
  }
  successes_ = 0;
  refused_share_ = 0;
  in_a_row_ = 0;
}

}  // namespace promptctl
