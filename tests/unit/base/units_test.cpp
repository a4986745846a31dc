#include "base/units.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.
using std::chrono::milliseconds;

TEST_CASE("durations need a unit") {
  CHECK(parse_duration("500ms") == milliseconds(500));
  CHECK(parse_duration("1.5s") == milliseconds(1500));
  CHECK(parse_duration("10m") == milliseconds(600'000));
  CHECK(parse_duration("7d") == milliseconds(604'800'000));
  for (const char* text : {"", "5", "s", "5 s", "-5s", "5sec", "1e3s", "999999999999d"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("durations print in about three digits") {
  using std::chrono::microseconds;
  CHECK(duration_text(microseconds(840'000)) == "840ms");
  CHECK(duration_text(microseconds(1'500)) == "1.5ms");
  CHECK(duration_text(microseconds(1'240'000)) == "1.24s");
  CHECK(duration_text(microseconds(59'940'000)) == "59.9s");
  CHECK(duration_text(microseconds(125'000'000)) == "2m05s");
  CHECK(duration_text(microseconds(11'400'000'000)) == "3h10m");
}

TEST_CASE("money is read, added and printed exactly") {
  CHECK(decimal_text(*Usd::parse("0.1") + *Usd::parse("0.2")) == "0.30");
  CHECK(decimal_text(*Usd::parse("0.0000375")) == "0.0000375");
  CHECK(decimal_text(*Usd::parse("12")) == "12.00");
  CHECK(decimal_text(Usd::parse("0.000000150000")->times(123'457)) == "0.01851855");
  for (const char* text : {"", ".", "1.", ".5", "1e3", "-1", "0.0000000000001", "99999999999999"}) {
    INFO(text);
    CHECK_FALSE(Usd::parse(text));
  }
}

TEST_CASE("money beyond all measure saturates and never wraps") {
  const Usd most = Usd::picodollars(9'223'372'036'854'775'807);
  CHECK(most + Usd::picodollars(1) == most);
  CHECK(Usd::picodollars(1'000'000'000'000).times(1'000'000'000) == most);
}

TEST_CASE("money for people shows cents, or three digits of what is less") {
  CHECK(money_text(*Usd::parse("0")) == "$0.00");
  CHECK(money_text(*Usd::parse("12.4")) == "$12.40");
  CHECK(money_text(*Usd::parse("0.0123456")) == "$0.0123");
  CHECK(money_text(*Usd::parse("0.00000375")) == "$0.00000375");
  CHECK(money_text(*Usd::parse("0.000007425")) == "$0.00000742");  // half to even
  CHECK(money_text(*Usd::parse("0.000007435")) == "$0.00000744");
  CHECK(money_text(*Usd::parse("12.345")) == "$12.34");
  CHECK(money_text(*Usd::parse("12.3450000001")) == "$12.35");
  CHECK(money_text(*Usd::parse("9.999")) == "$10.00");
  CHECK(money_text(*Usd::parse("0.09996")) == "$0.1000");
  CHECK(money_text(*Usd::parse("0.000000000001")) == "$0.000000000001");
  CHECK(money_text(Usd::picodollars(-50'000'000'000)) == "$-0.0500");
  CHECK(money_text("123456789012345678901234567890") == "$123456789012345678.90");
  CHECK(decimal_text("5", 18) == "0.000000000000000005");
}

TEST_CASE("shares are percentages") {
  CHECK(parse_share("2%") == Approx(0.02));
  CHECK(parse_share("0%") == 0.0);
  CHECK_FALSE(parse_share("0.02"));
  CHECK_FALSE(parse_share("101%"));
}
