#include "run/case_values.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// A hundred cases of which ninety pass; with groups of ten, those of one group are alike.
CaseValues values_of(bool grouped) {
  CaseValues values;
  for (std::uint32_t at = 0; at < 100; ++at) {
    values.add(at < 10 ? 0 : 1, grouped ? 1 + at / 10 : 0);
  }
  return values;
}

double width(const Interval& interval) {
  return interval.high - interval.low;
}

}  // namespace

TEST_CASE("cases of one group are not independent: a share and a mean of them have wider intervals", "[compare]") {
  const Interval alone = values_of(false).share(0.95).value();
  const Interval grouped = values_of(true).share(0.95).value();
  CHECK(alone.value == grouped.value);
  CHECK(alone.low == Approx(0.8256).margin(0.0005));  // Wilson's
  CHECK(width(grouped) > 2 * width(alone));
  CHECK(width(values_of(true).mean(0.95).value()) > 2 * width(values_of(false).mean(0.95).value()));
}
