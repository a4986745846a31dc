#include "stats/power.hpp"

#include <limits>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

// R: z <- qnorm(.975) + qnorm(.8); c(z*.5/sqrt(100), z*.4/sqrt(1319), (qnorm(.95) + qnorm(.9))*.3/sqrt(50))
TEST_CASE("the minimum detectable difference is R's", "[stats]") {
  CHECK(minimum_detectable_difference(0.5, 100) == Approx(0.140079260905648401).epsilon(1e-13));
  CHECK(minimum_detectable_difference(0.4, 1319) == Approx(0.030856128242386132).epsilon(1e-13));
  CHECK(minimum_detectable_difference(0.3, 50, 0.9, 0.9) == Approx(0.124156857366809786).epsilon(1e-13));
  CHECK(minimum_detectable_difference(0.5, 0) == std::numeric_limits<double>::infinity());
  CHECK(minimum_detectable_difference(0, 10) == 0);
}

// R: c((z*.5/.05)^2, (z*.4/.03)^2, ((qnorm(.95) + qnorm(.9))*.3/.1)^2, (z*sqrt(.2 - .03^2)/.03)^2), of which the last
// is Connor's for a fifth of pairs discordant and a drop of 3 %: 784.89, 1395.36, 77.07, 1736.35.
TEST_CASE("the cases needed are R's, rounded up", "[stats]") {
  CHECK(cases_needed(0.5, 0.05) == 785);
  CHECK(cases_needed(0.4, 0.03) == 1396);
  CHECK(cases_needed(0.3, 0.1, 0.9, 0.9) == 78);
  CHECK(cases_needed(0.4462062303464671, 0.03) == 1737);
  CHECK(cases_needed(0, 0.1) == 1);
  CHECK(cases_needed(0.1, 100) == 1);
  CHECK(cases_needed(1, 1e-300) == std::numeric_limits<std::size_t>::max());
}

TEST_CASE("cases needed and detectable differences are each other's inverse", "[stats]") {
  for (const std::size_t count : {1, 2, 30, 1319, 1'000'000}) {
    CHECK(cases_needed(0.37, minimum_detectable_difference(0.37, count)) == count);
  }
}
