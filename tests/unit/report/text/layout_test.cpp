#include "report/text/layout.hpp"

#include <set>
#include "tests/support/catch.hpp"

#include "base/utf8.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("names that are cut still differ where they did", "[report]") {
  CHECK(fitted_names({"short", "long enough"}, 11) == std::vector<std::string>{"short", "long enough"});
  CHECK(fitted_names({"the long way", "a longer way"}, 10) == std::vector<std::string>{"the long …", "a longer …"});
  CHECK(fitted_names({"customer-1-de", "customer-1-en"}, 12) ==
        std::vector<std::string>{"custom…-1-de", "custom…-1-en"});
  CHECK(fitted_names({"customer-of-1-customer", "customer-of-2-customer", "customer-of-1-customer"}, 12) ==
        std::vector<std::string>{"customer-… 1", "customer-… 2", "customer-… 1"});
}

TEST_CASE("very many names of one start stay within the width, and differ", "[report]") {
  std::vector<std::string> names;
  for (int at = 0; at < 2'000; ++at) {
    names.push_back("the same start " + std::to_string(at) + " and the same end");
  }
  const std::vector<std::string> fitted = fitted_names(names, 12);
  CHECK(std::set<std::string>(fitted.begin(), fitted.end()).size() == names.size());
  for (const std::string& name : fitted) {
    CHECK(display_width(name) <= 12);
  }
}
