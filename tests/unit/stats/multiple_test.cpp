#include "stats/multiple.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

void check(const std::vector<double>& p, const std::vector<double>& expected) {
  const std::vector<double> adjusted = holm_adjusted(p);
  REQUIRE(adjusted.size() == expected.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    CHECK(adjusted[i] == Approx(expected[i]).epsilon(1e-14));
  }
}

}  // namespace

// R: p.adjust(c(.01, .04, .03, .005, .5), "holm")
TEST_CASE("Holm's p values are those of R's p.adjust", "[stats]") {
  check({0.01, 0.04, 0.03, 0.005, 0.5}, {0.04, 0.09, 0.09, 0.025, 0.5});
  check({0.6, 0.6, 0.2}, {1, 1, 0.6});
  check({}, {});
  check({0.3}, {0.3});
  check({0.02, 0.02}, {0.04, 0.04});
  check({0, 1, 1}, {0, 1, 1});
}
