// What keeps a provider's limits: tokens a minute, what headers say, and calls in a row that fail.

#include <algorithm>
#include <cmath>

#include "provider/failure_streak.hpp"
#include "provider/rate_limiter.hpp"
#include "provider/rate_notice.hpp"
#include "provider/token_allowance.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Time = TokenAllowance::Time;

constexpr Time start = std::chrono::hours(5);

CallOutcome used(long long input, long long output) {
  Response response;
  response.usage.input = input;
  response.usage.output = output;
  return response;
}

ProviderError failed(ProviderError::Kind kind, const char* message) {
  ProviderError error;
  error.kind = kind;
  error.message = message;
  return error;
}

}  // namespace

TEST_CASE("tokens are taken by an estimate, and what was not used is given back") {
  TokenAllowance allowance(6000);
  CHECK(allowance.opens_at(6000) <= start);
  allowance.take(6000, start);
  CHECK(allowance.opens_at(100) == start + seconds(1));
  CHECK(allowance.opens_at(60'000) == start + seconds(60));
  allowance.ended(6000, used(3000, 2000), start);
  CHECK(allowance.opens_at(1000) <= start);
  CHECK(allowance.opens_at(1100) == start + seconds(1));
  allowance.take(1000, start);
  allowance.ended(1000, used(1500, 0), start);  // It used more than was taken.
  CHECK(allowance.opens_at(100) == start + seconds(6));
  allowance.ended(1000, failed(ProviderError::Kind::rate_limited, "slow"), start);
  CHECK(allowance.opens_at(100) <= start);
  allowance.take(500, start);
  allowance.ended(500, failed(ProviderError::Kind::timeout, "late"), start);  // It may have been counted.
  CHECK(allowance.opens_at(100) == start + seconds(1));
  CHECK(allowance.opens_at(6000) == start + seconds(60));
}

TEST_CASE("without a limit no token is counted, and an estimate is of what is sent and may be answered") {
  TokenAllowance none(std::nullopt);
  none.take(1'000'000'000, start);
  CHECK(none.opens_at(1'000'000'000) == Time(0));
  TokenAllowance allowance(6000);
  Request request;
  request.messages = {text_message(Role::user, std::string(400, 'a'))};
  CHECK(allowance.estimate(request) == 101 + 256);
  request.parameters.max_output_tokens = 50;
  CHECK(allowance.estimate(request) == 151);
  request.task = Task::embedding;
  CHECK(allowance.estimate(request) == 101);
  request = Request();
  for (int call = 0; call < 200; ++call) {
    allowance.take(10, start);
    allowance.ended(10, used(2, 8), start);
  }
  CHECK(allowance.estimate(request) == 9);
}

TEST_CASE("a limit on tokens is kept by a simulated provider's own count, and used up") {
  constexpr double per_minute = 60'000;
  TokenAllowance allowance(60'000);
  double bucket = per_minute, answered = 0;
  int refused = 0;
  Time filled = start;
  const auto end = start + std::chrono::minutes(10);
  for (Time now = start; now < end;) {
    const long long size = 300 + (now.count() / 1000 * 7919) % 400;  // What a call will use.
    constexpr long long estimate = 600;
    const Time opens = allowance.opens_at(estimate);
    if (opens > now) {
      now = std::max(opens, now + milliseconds(1));
      continue;
    }
    allowance.take(estimate, now);
    bucket = std::min(per_minute, bucket + static_cast<double>((now - filled).count()) * per_minute / 60e6);
    filled = now;
    if (bucket >= static_cast<double>(size)) {
      bucket -= static_cast<double>(size);
      answered += static_cast<double>(size);
      allowance.ended(estimate, used(size, 0), now);
    } else {
      ++refused;
      allowance.ended(estimate, failed(ProviderError::Kind::rate_limited, "slow"), now);
      now += milliseconds(50);
    }
    now += milliseconds(1);
  }
  CHECK(refused == 0);
  CHECK(answered > 0.95 * per_minute * 11);  // A minute's worth was there at first.
}

TEST_CASE("what headers say of limits is read in each form") {
  const auto now = std::chrono::system_clock::time_point(seconds(1'767'323'045));
  const RateNotice openai = read_rate_notice({{"x-ratelimit-limit-requests", "500"},
                                              {"x-ratelimit-remaining-requests", "0"},
                                              {"x-ratelimit-reset-requests", "1m12.5s"},
                                              {"x-ratelimit-limit-tokens", "30000"},
                                              {"x-ratelimit-remaining-tokens", " 12 "},
                                              {"x-ratelimit-reset-tokens", "120ms"}},
                                             now);
  CHECK(openai.requests.limit == 500);
  CHECK(openai.requests.remaining == 0);
  CHECK(openai.requests.reset == milliseconds(72'500));
  CHECK(openai.tokens.remaining == 12);
  CHECK(openai.tokens.reset == milliseconds(120));
  const RateNotice anthropic = read_rate_notice({{"anthropic-ratelimit-requests-remaining", "3"},
                                                 {"anthropic-ratelimit-tokens-reset", "2026-01-02T03:05:05Z"},
                                                 {"anthropic-ratelimit-requests-reset", "2026-01-02T03:00:00Z"}},
                                                now);
  CHECK(anthropic.requests.remaining == 3);
  CHECK(anthropic.requests.reset == milliseconds(0));
  CHECK(anthropic.tokens.reset == milliseconds(60'000));
  const auto reset = [now](const char* text) {
    return read_rate_notice({{"x-ratelimit-reset-requests", text}}, now).requests.reset;
  };
  CHECK(reset("7.66s") == milliseconds(7660));
  CHECK(reset("2h0m1s") == milliseconds(7'201'000));
  CHECK(reset("12") == milliseconds(12'000));
  CHECK(reset("1767323105") == milliseconds(60'000));
  CHECK(reset("1767323105000") == milliseconds(60'000));
  for (const char* text : {"soon", "1x", "s", "1m2", "-", "", "1e20"}) {
    INFO(text);
    CHECK_FALSE(reset(text).has_value());
  }
}

TEST_CASE("where nothing is left, the next call waits for its part of what comes back") {
  const auto opens = [](const RateNotice& notice, long long tokens) {
    RateLimiter limiter(4, std::nullopt);
    limiter.told(notice, tokens, start);
    return limiter.opens_at() - start;
  };
  LimitNotice used_up;
  used_up.limit = 60;
  used_up.remaining = 0;
  used_up.reset = seconds(30);
  CHECK(opens({used_up, {}}, 1) == milliseconds(500));
  CHECK(opens({{}, used_up}, 6) == seconds(3));
  CHECK(opens({{}, used_up}, 6000) == seconds(30));
  used_up.remaining = 1;
  CHECK(opens({used_up, {}}, 1) < Time(0));
  used_up.remaining = 0;
  used_up.limit = std::nullopt;
  CHECK(opens({used_up, {}}, 1) < Time(0));
  used_up.limit = 1;
  used_up.reset = std::chrono::hours(3);
  CHECK(opens({used_up, {}}, 1) == std::chrono::minutes(1));  // A day's share may be all that is meant.
}

TEST_CASE("calls in a row that end in one error end the rest, model by model, for a while") {
  using Kind = ProviderError::Kind;
  FailureStreak streak(3);
  streak.ended("a", failed(Kind::connect, "no route 1"), start);
  streak.ended("a", failed(Kind::connect, "no route 2"), start);
  CHECK_FALSE(streak.verdict("a", start).has_value());
  streak.ended("b", failed(Kind::connect, "no route 3"), start);
  streak.ended("a", failed(Kind::connect, "no route 4"), start);
  REQUIRE(streak.verdict("a", start).has_value());
  CHECK(streak.verdict("a", start)->kind == Kind::connect);
  CHECK(streak.verdict("a", start)->message == "not asked, as 3 calls in a row ended in this: no route 4");
  CHECK(streak.verdict("a", start)->attempts == 0);
  CHECK_FALSE(streak.verdict("b", start).has_value());
  CHECK(streak.verdict("a", start + seconds(29)).has_value());
  CHECK_FALSE(streak.verdict("a", start + seconds(30)).has_value());
  streak.ended("a", failed(Kind::connect, "no route 5"), start + seconds(31));  // It is still away.
  CHECK(streak.verdict("a", start + seconds(60)).has_value());
  streak.ended("a", Response(), start);
  CHECK_FALSE(streak.verdict("a", start).has_value());
}

TEST_CASE("what is of one request, differs or was never sent makes no row") {
  using Kind = ProviderError::Kind;
  FailureStreak streak(2);
  const auto refused = [](int status) {
    ProviderError error = failed(Kind::invalid_request, "no");
    error.status = status;
    return error;
  };
  for (const ProviderError& error :
       {refused(400), refused(413), failed(Kind::bad_response, "cut"), failed(Kind::unusable, "too long")}) {
    streak.ended("a", error, start);
    streak.ended("a", error, start);
    CHECK_FALSE(streak.verdict("a", start).has_value());
  }
  for (const int status : {402, 404, 429, 0}) {
    INFO(status);
    streak.ended("a", refused(status), start);
    CHECK_FALSE(streak.verdict("a", start).has_value());
    streak.ended("a", refused(status), start);
    CHECK(streak.verdict("a", start).has_value());
    streak.ended("a", refused(400), start);  // It was looked at.
    CHECK_FALSE(streak.verdict("a", start).has_value());
  }
  streak.ended("a", failed(Kind::server, "one"), start);
  streak.ended("a", failed(Kind::timeout, "two"), start);
  streak.ended("a", failed(Kind::interrupted, "stopped"), start);
  streak.ended("a", not_asked(Kind::timeout, "two"), start);
  CHECK_FALSE(streak.verdict("a", start).has_value());
  streak.ended("a", failed(Kind::timeout, "three"), start);
  CHECK(streak.verdict("a", start).has_value());
}
