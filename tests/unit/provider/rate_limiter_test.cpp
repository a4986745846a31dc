// The limiter against simulated providers: a limit is used up and not fought, and a refusal by chance stops nobody.

#include "provider/rate_limiter.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

#include "base/random.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using Time = RateLimiter::Time;
using std::chrono::milliseconds;
using std::chrono::seconds;

// A provider with a bucket of tokens, which says when the next one is there.
struct Bucket {
  double capacity;
  double per_second;
  double tokens = capacity;
  Time filled{0};

  std::optional<milliseconds> refused(Time now) {
    tokens = std::min(capacity, tokens + static_cast<double>((now - filled).count()) * per_second / 1e6);
    filled = now;
    if (tokens >= 1) {
      tokens -= 1;
      return std::nullopt;
    }
    return milliseconds(static_cast<long long>(std::ceil((1 - tokens) * 1000 / per_second)));
  }
};

struct Counts {
  int answered = 0;
  int refused = 0;
  Time last{0};

  double share_refused() const { return static_cast<double>(refused) / (answered + refused); }
};

struct Provider {
  std::function<std::optional<milliseconds>(Time now)> refuse;
  milliseconds latency;
};

// Sends as much as may be sent for so long; whoever is refused waits as it was told, and does not come again.
Counts simulated(RateLimiter& limiter, const Provider& provider, Time duration) {
  struct Call {
    Time sent, ends;
    std::optional<milliseconds> refused;
  };
  std::queue<Call> in_flight;
  Counts counts;
  constexpr Time begun = std::chrono::hours(100);  // The clock of a machine that has been up for long.
  for (Time now = begun; now < begun + duration; now += milliseconds(1)) {
    while (!in_flight.empty() && in_flight.front().ends <= now) {
      const Call call = in_flight.front();
      in_flight.pop();
      ProviderError error;
      error.kind = ProviderError::Kind::rate_limited;
      error.retry_after = call.refused;
      limiter.ended(call.refused ? CallOutcome(error) : CallOutcome(Response()), call.sent, now, seconds(600));
      ++(call.refused ? counts.refused : counts.answered);
      counts.last = call.refused ? counts.last : now;
    }
    while (limiter.may_send(now)) {
      limiter.sent(now);
      in_flight.push({now, now + provider.latency, provider.refuse(now)});
    }
  }
  return counts;
}

Counts against_bucket(int per_minute, double capacity, milliseconds latency, int concurrency = 16) {
  RateLimiter limiter(concurrency, std::nullopt);
  Bucket bucket{capacity, per_minute / 60.0};
  return simulated(limiter, {[&bucket](Time now) { return bucket.refused(now); }, latency}, seconds(1200));
}

}  // namespace

TEST_CASE("a limit is used up and not fought") {
  struct Limit {
    int per_minute;
    double capacity;
    milliseconds latency;
  };
  for (const Limit& limit : {Limit{600, 600, milliseconds(50)}, Limit{600, 10, milliseconds(50)},
                             Limit{3000, 50, milliseconds(200)}, Limit{300, 300, milliseconds(400)}}) {
    INFO(limit.per_minute << " a minute, capacity " << limit.capacity);
    const Counts counts = against_bucket(limit.per_minute, limit.capacity, limit.latency);
    const double offered = limit.capacity + limit.per_minute * 20.0;
    CHECK(counts.answered / offered >= 0.95);
    CHECK(counts.share_refused() < 0.01);
  }
}

TEST_CASE("a refusal by chance stops nobody") {
  const auto by_chance = [](double share) {
    RateLimiter limiter(50, std::nullopt);
    Random random(7);
    return simulated(limiter,
                     {[&](Time) { return random.uniform() < share ? std::optional(milliseconds(1000)) : std::nullopt; },
                      milliseconds(100)},
                     seconds(60));
  };
  CHECK(by_chance(0.01).answered >= 0.8 * by_chance(0).answered);
}

TEST_CASE("while a provider says to wait, nothing is sent, unless no call would outlast it") {
  RateLimiter limiter(4, std::nullopt);
  ProviderError error;
  error.kind = ProviderError::Kind::rate_limited;
  error.retry_after = seconds(3);
  limiter.sent(seconds(1));
  limiter.ended(error, seconds(1), seconds(2), seconds(600));  // It was alone.
  CHECK_FALSE(limiter.may_send(seconds(4)));
  CHECK(limiter.may_send(seconds(5)));
  limiter.sent(seconds(5));
  error.retry_after = seconds(900);
  limiter.ended(error, seconds(5), seconds(6), seconds(600));
  CHECK(limiter.may_send(seconds(60)));
}

TEST_CASE("a provider that has answered nothing yet teaches no pace") {
  RateLimiter limiter(4, std::nullopt);
  ProviderError error;
  error.kind = ProviderError::Kind::rate_limited;
  for (int call = 1; call <= 10; ++call) {
    REQUIRE(limiter.may_send(seconds(call)));
    limiter.sent(seconds(call));
    limiter.ended(error, seconds(call), seconds(call), seconds(600));
  }
}

TEST_CASE("calls are spaced to the rate that is configured, and no more are in flight than may be") {
  RateLimiter spaced(4, 600);
  const Counts counts = simulated(spaced, {[](Time) { return std::nullopt; }, milliseconds(10)}, seconds(10));
  CHECK(counts.answered >= 99);
  CHECK(counts.answered <= 101);
  RateLimiter wide(3, std::nullopt);
  for (int call = 0; call < 3; ++call) {
    REQUIRE(wide.may_send(seconds(0)));
    wide.sent(seconds(0));
  }
  CHECK_FALSE(wide.may_send(seconds(9)));
  wide.ended(Response(), seconds(0), seconds(9), seconds(600));
  CHECK(wide.may_send(seconds(9)));
}
