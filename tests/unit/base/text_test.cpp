#include "base/text.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("numbers print as ECMAScript prints them") {
  CHECK(number_text(1) == "1");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(1.5) == "1.5");
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(1e20) == "100000000000000000000");
  CHECK(number_text(1e21) == "1e+21");
  CHECK(number_text(123456789.25) == "123456789.25");
}

TEST_CASE("a misspelt name finds its nearest, a foreign one finds none") {
  const std::vector<std::string_view> names{"assert", "cases", "prompt", "targets"};
  CHECK(nearest_name("asert", names) == "assert");
  CHECK(nearest_name("Prompts", names) == "prompt");
  CHECK(nearest_name("temperature", names).empty());
}

TEST_CASE("thousands are grouped, and nouns follow their number") {
  CHECK(grouped(0LL) == "0");
  CHECK(grouped(-1234567LL) == "-1,234,567");
  CHECK(counted(1, "case") == "1 case");
  CHECK(counted(1200, "reply", "replies") == "1,200 replies");
}
