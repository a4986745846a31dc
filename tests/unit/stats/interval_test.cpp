#include "stats/interval.hpp"

#include <catch2/catch.hpp>

using namespace promptctl;  // NOLINT: tests read better so.

// Worked out from the formula with 50 decimal digits.
TEST_CASE("Wilson's interval equals the formula's value") {
  const Bounds bounds = wilson_interval(458, 1319);
  CHECK(bounds.low == Approx(0.32201685382696354).epsilon(1e-12));
  CHECK(bounds.high == Approx(0.3733359057098653).epsilon(1e-12));
}

TEST_CASE("Wilson's interval holds at the ends") {
  CHECK(wilson_interval(0, 0).low == 0);
  CHECK(wilson_interval(0, 0).high == 1);
  CHECK(wilson_interval(0, 10).low == 0);
  CHECK(wilson_interval(10, 10).high == 1);
  CHECK(wilson_interval(10, 10).low == Approx(0.7224672).epsilon(1e-6));
}

// By hand: 0.5 ± 4.30265273 × sqrt(0.13 / 3), the t quantile from a table.
TEST_CASE("the t interval is the textbook's where it is not cut") {
  const std::vector<double> values{0.2, 0.4, 0.9};
  const Bounds bounds = mean_interval(values, -10, 10);
  CHECK(bounds.low == Approx(-0.3956686).epsilon(1e-6));
  CHECK(bounds.high == Approx(1.3956686).epsilon(1e-6));
  CHECK(mean_interval(values, 0, 1).low == 0);
  const std::vector<double> one{0.5};
  CHECK(mean_interval(one, 0, 1).high == 1);
}

// By hand: 3.6 steps along the five values, and 3.96.
TEST_CASE("quantiles are of type 7") {
  const std::vector<double> values{1, 2, 3, 4, 10};
  CHECK(quantile(values, 0.5) == 3);
  CHECK(quantile(values, 0.9) == Approx(7.6));
  CHECK(quantile(values, 0.99) == Approx(9.76));
  CHECK(quantile(values, 1.0) == 10);
}
