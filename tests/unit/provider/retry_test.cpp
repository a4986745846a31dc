#include "provider/retry.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.
using std::chrono::milliseconds;

TEST_CASE("delays grow to half a minute, with full jitter") {
  CHECK(retry_delay(1, 0.0, {}) == milliseconds(0));
  CHECK(retry_delay(1, 1.0, {}) == milliseconds(500));
  CHECK(retry_delay(3, 0.5, {}) == milliseconds(1000));
  CHECK(retry_delay(40, 1.0, {}) == milliseconds(30'000));
}

TEST_CASE("a provider's Retry-After is the least that is waited") {
  CHECK(retry_delay(1, 0.0, milliseconds(2000)) == milliseconds(2000));
  CHECK(retry_delay(1, 1.0, milliseconds(2000)) == milliseconds(2200));
}

TEST_CASE("a Retry-After of less than the backoff shortens nothing") {
  CHECK(retry_delay(3, 0.5, milliseconds(0)) == milliseconds(1000));
  CHECK(retry_delay(5, 1.0, milliseconds(2000)) == milliseconds(8000));
}

TEST_CASE("Retry-After comes as seconds or as a date") {
  const auto now = std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) + std::chrono::hours(8);
  CHECK(parse_retry_after("3", now) == milliseconds(3000));
  CHECK(parse_retry_after(" 0.5 ", now) == milliseconds(500));
  CHECK(parse_retry_after("-5", now) == milliseconds(0));
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:00:37 GMT", now) == milliseconds(37'000));
  CHECK(parse_retry_after("Sun, 06 Nov 1994 07:00:00 GMT", now) == milliseconds(0));
  for (const char* text : {"", "soon", "Sun, 31 Feb 1994 08:00:37 GMT", "Sun, 06 Nov 1994 08:00:37 CET"}) {
    INFO(text);
    CHECK_FALSE(parse_retry_after(text, now));
  }
}

TEST_CASE("only what another attempt may mend is retried") {
  using Kind = ProviderError::Kind;
  const auto retried = [](Kind kind) {
    ProviderError error;
    error.kind = kind;
    return is_retryable(error);
  };
  CHECK((retried(Kind::connect) && retried(Kind::timeout) && retried(Kind::rate_limited) && retried(Kind::server) &&
         retried(Kind::bad_response)));
  CHECK_FALSE((retried(Kind::authentication) || retried(Kind::invalid_request) || retried(Kind::unusable) ||
               retried(Kind::not_recorded) || retried(Kind::forbidden) || retried(Kind::over_budget) ||
               retried(Kind::interrupted)));
}

TEST_CASE("what an answer's headers say of another attempt comes before its body and its status") {
  const auto heeded = [](const std::map<std::string, std::string>& headers) {
    ProviderError error;
    error.kind = ProviderError::Kind::rate_limited;
    error.retry_after = std::chrono::milliseconds(9000);
    heed_headers(error, headers, {});
    return error;
  };
  CHECK(heeded({}).retry_after == std::chrono::milliseconds(9000));
  CHECK(heeded({{"retry-after", "2"}}).retry_after == std::chrono::milliseconds(2000));
  CHECK(heeded({{"retry-after", "2"}, {"retry-after-ms", " 150 "}}).retry_after == std::chrono::milliseconds(150));
  CHECK(heeded({{"retry-after", "2"}, {"retry-after-ms", "soon"}}).retry_after == std::chrono::milliseconds(2000));
  CHECK(is_retryable(heeded({})));
  CHECK_FALSE(is_retryable(heeded({{"x-should-retry", "false"}})));
  CHECK(is_retryable(heeded({{"x-should-retry", "perhaps"}})));
  ProviderError refused;
  refused.kind = ProviderError::Kind::invalid_request;
  CHECK_FALSE(is_retryable(refused));
  heed_headers(refused, {{"x-should-retry", "true"}}, {});
  CHECK(is_retryable(refused));
}
