#include "base/utc.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a time is written in UTC and read back") {
  const std::string text = GENERATE("1970-01-01T00:00:00Z", "2026-01-02T03:04:05Z", "2024-02-29T23:59:59Z");
  const auto time = parse_utc(text);
  REQUIRE(time);
  CHECK(utc_text(*time) == text);
  CHECK(utc_text(*time + std::chrono::milliseconds(999)) == text);
}

TEST_CASE("what is no time of that form is refused") {
  const std::string text =
      GENERATE("", "2026-01-02", "2026-01-02 03:04:05Z", "2026-01-02T03:04:05", "2026-02-29T00:00:00Z",
               "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-02T24:00:00Z", "2026-01-02T00:60:00Z",
               "2026-01-02T00:00:60Z", "2026-01-02T03:04:05Zx", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
               "9999-12-31T23:59:59Z", "x026-01-02T03:04:05Z");
  INFO(text);
  CHECK_FALSE(parse_utc(text));
}

TEST_CASE("a span is said in its largest fitting unit") {
  using std::chrono::hours;
  using std::chrono::minutes;
  using std::chrono::seconds;
  CHECK(span_text(seconds(59)) == "59s");
  CHECK(span_text(minutes(59)) == "59m");
  CHECK(span_text(hours(24) - seconds(1)) == "23h");
  CHECK(span_text(hours(47)) == "47h");
  CHECK(span_text(hours(71)) == "2d");
  CHECK(age_text(seconds(59)) == "just now");
  CHECK(age_text(minutes(5)) == "5m");
  CHECK(age_text(seconds(-5)) == "just now");
}
