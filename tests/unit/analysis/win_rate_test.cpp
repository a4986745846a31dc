// Win rates: both orders, ties by halves, and Tango's interval.

#include "analysis/win_rate.hpp"

#include "stats/paired.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

const JudgedPair won{"", false, "second", "first"};
const JudgedPair lost{"", false, "first", "second"};
const JudgedPair flipped{"", false, "first", "first"};
const JudgedPair half_tie{"", false, "second", "tie"};
const JudgedPair tied{"", false, "tie", "tie"};
const JudgedPair alike{"", true, {}, {}};
const JudgedPair unknown{"", false, "first", {}};

std::vector<JudgedPair> many(const JudgedPair& pair, std::size_t count) {
  return std::vector<JudgedPair>(count, pair);
}

}  // namespace

TEST_CASE("a pair is won or lost only where both orders say so") {
  const WinRate rate = win_rate({won, won, lost, flipped, half_tie, tied, alike, unknown});
  CHECK(rate.pairs == 7);
  CHECK(rate.wins == 2);
  CHECK(rate.losses == 1);
  CHECK(rate.ties == 4);
  CHECK(rate.undecided == 1);
  CHECK(rate.rate->value == Approx((2 + 4 / 2.0) / 7));
  CHECK(rate.flips->value == Approx(1.0 / 6));
  CHECK(rate.position_bias->value == Approx(5.0 / 9));
}

TEST_CASE("the interval of a win rate is Tango's on wins against losses") {
  std::vector<JudgedPair> pairs = many(won, 30);
  for (const auto& more : {many(lost, 12), many(tied, 18)}) {
    pairs.insert(pairs.end(), more.begin(), more.end());
  }
  const WinRate rate = win_rate(pairs);
  const Bounds tango = tango_interval({0, 30, 12, 18});
  CHECK(rate.rate->value == Approx((30 + 9) / 60.0));
  CHECK(rate.rate->low == Approx((1 + tango.low) / 2));
  CHECK(rate.rate->high == Approx((1 + tango.high) / 2));
  CHECK(rate.rate->low > 0.5);

  for (std::size_t at = 0; at < pairs.size(); ++at) {
    pairs[at].group = std::to_string(at / 6);
  }
  CHECK(win_rate(pairs).rate->low < rate.rate->low);
}

TEST_CASE("without a judged pair there is no win rate") {
  CHECK_FALSE(win_rate({}).rate.has_value());
  CHECK_FALSE(win_rate({unknown}).rate.has_value());
  CHECK(win_rate({alike}).rate->value == 0.5);
  CHECK_FALSE(win_rate({alike}).flips.has_value());
}
