#include <algorithm>
#include <limits>

#include "base/random.hpp"
#include "stats/bootstrap.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double level = 0.95;

void check(const std::optional<RatioInterval>& interval, double ratio, double low, double high) {
  REQUIRE(interval);
  CHECK(interval->ratio == Approx(ratio).epsilon(1e-12));
  CHECK(interval->bounds.low == Approx(low).epsilon(1e-12));
  CHECK(interval->bounds.high == Approx(high).epsilon(1e-12));
}

// Twelve calls of seven units, of which one has none, one only one before.
const PairedCalls few_before{{3, 1, 4, 1.5, 9, 2.6, 5}, {0, 1, 2, 2, 4, 5, 6}};
const PairedCalls few_after{{5, 8, 9, 7, 9}, {0, 1, 2, 5, 6}};

std::vector<double> drawn_calls(const PairedCalls& side, const std::vector<std::uint32_t>& drawn) {
  std::vector<double> values;
  for (const std::uint32_t unit : drawn) {
    for (std::size_t i = 0; i < side.value.size(); ++i) {
      if (side.unit[i] == unit) {
        values.push_back(side.value[i]);
      }
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

// What is drawn is laid out call by call: slow and plain. `statistic` is of sorted values.
template <typename Statistic>
Bounds plain_bootstrap(BootstrapSettings settings, Statistic&& statistic) {
  const std::vector<std::uint32_t> with_calls{0, 1, 2, 4, 5, 6};
  Random random(settings.seed);
  std::vector<double> ratios;
  for (std::size_t draw = 0; draw < settings.draws; ++draw) {
    std::vector<std::uint32_t> drawn;
    for (std::size_t i = 0; i < with_calls.size(); ++i) {
      drawn.push_back(with_calls[((random.next() >> 32U) * with_calls.size()) >> 32U]);
    }
    const auto before = drawn_calls(few_before, drawn);
    const auto after = drawn_calls(few_after, drawn);
    if (!before.empty() && !after.empty()) {
      ratios.push_back(statistic(after) / statistic(before));
    }
  }
  std::sort(ratios.begin(), ratios.end());
  return percentile_interval(ratios, level);
}

double noise(std::size_t i, std::size_t factor) {
  return static_cast<double>(i * factor % 1009) / 1009;
}

struct Pair {
  PairedCalls before, after;
};

// A call before and one after of each of 12,000 units, and a second one after of each third unit.
Pair many() {
  constexpr std::size_t units = 12'000;
  Pair pair;
  for (std::uint32_t i = 0; i < units; ++i) {
    const double square = noise(i, 7919) * noise(i, 7919);
    pair.before.value.push_back(1 + square);
    pair.before.unit.push_back(i);
    pair.after.value.push_back(1.1 + square * 0.9 + noise(i, 613) * 0.2);
    pair.after.unit.push_back(i);
    if (i % 3 == 0) {
      pair.after.value.push_back(1.2 + square);
      pair.after.unit.push_back(i);
    }
  }
  return pair;
}

// The calls of the first 300 units, so many times over, each time as other units.
PairedCalls copies(const PairedCalls& side, std::uint32_t times) {
  PairedCalls copied;
  for (std::uint32_t i = 0; i < times; ++i) {
    for (std::size_t call = 0; side.unit[call] < 300; ++call) {
      copied.value.push_back(side.value[call]);
      copied.unit.push_back(side.unit[call] + 300 * i);
    }
  }
  return copied;
}

}  // namespace

TEST_CASE("ratios of few units are those of a plain bootstrap", "[stats]") {
  const BootstrapSettings settings{400, 11};
  for (const double share : {0.0, 0.5, 0.9, 1.0}) {
    const Bounds plain = plain_bootstrap(settings, [share](const auto& values) { return quantile(values, share); });
    const double ratio = quantile(drawn_calls(few_after, {0, 1, 2, 3, 4, 5, 6}), share) /
                         quantile(drawn_calls(few_before, {0, 1, 2, 3, 4, 5, 6}), share);
    check(quantile_ratio(few_before, few_after, 7, share, level, settings), ratio, plain.low, plain.high);
  }
  const Bounds plain = plain_bootstrap(settings, [](const auto& values) { return mean(values); });
  check(mean_ratio(few_before, few_after, 7, level, settings), 7.6 / (26.1 / 7), plain.low, plain.high);
}

// numpy: Woodruff's ranks, their correlation and MOVER, and the delta method, written once more on arrays.
TEST_CASE("ratios of many units have the closed form of numpy", "[stats]") {
  const auto [before, after] = many();
  check(quantile_ratio(before, after, 12'000, 0.5, level, {}), 1.1475863868871636, 1.143509937309748,
        1.1516203856677487);
  check(quantile_ratio(before, after, 12'000, 0.95, level, {}), 1.0702206013394666, 1.0658194424363296,
        1.0743577513160134);
  check(mean_ratio(before, after, 12'000, level, {}), 1.1312768780416476, 1.1295358788742134, 1.1330205606812565);
}

TEST_CASE("the closed form takes over where the bootstrap leaves off", "[stats]") {
  const auto [before, after] = many();
  const auto drawn = mean_ratio(copies(before, 1), copies(after, 1), 300, level, {2000, 5});
  const auto closed = mean_ratio(copies(before, 34), copies(after, 34), 300 * 34, level, {});
  REQUIRE((drawn && closed));
  const double root = 5.830951894845301;  // Of 34 times as many units.
  CHECK(drawn->ratio - drawn->bounds.low == Approx((closed->ratio - closed->bounds.low) * root).epsilon(0.1));
  CHECK(drawn->bounds.high - drawn->ratio == Approx((closed->bounds.high - closed->ratio) * root).epsilon(0.1));
}

TEST_CASE("there is no ratio to nothing", "[stats]") {
  const PairedCalls none;
  const PairedCalls free{{0, 0}, {0, 1}};
  const PairedCalls paid{{1, 2}, {0, 1}};
  for (const auto& [before, after] : {Pair{none, paid}, Pair{paid, none}, Pair{none, none}, Pair{free, paid}}) {
    CHECK(!quantile_ratio(before, after, 2, 0.5, level, {10, 1}));
    CHECK(!mean_ratio(before, after, 2, level, {10, 1}));
  }
  check(mean_ratio(paid, free, 2, level, {10, 1}), 0, 0, 0);
  check(quantile_ratio(paid, free, 2, 0.5, level, {10, 1}), 0, 0, 0);
}

TEST_CASE("one unit bounds no ratio", "[stats]") {
  const PairedCalls before{{2, 4}, {3, 3}};
  const PairedCalls after{{6}, {3}};
  const auto median = quantile_ratio(before, after, 5, 0.5, level, {10, 1});
  const auto mean_of_calls = mean_ratio(before, after, 5, level, {10, 1});
  for (const auto& interval : {median, mean_of_calls}) {
    REQUIRE(interval);
    CHECK(interval->ratio == 2);
    CHECK(interval->bounds.low == 0);
    CHECK(interval->bounds.high == infinity);
  }
}

TEST_CASE("equal calls have a ratio without doubt, and free calls one of 0", "[stats]") {
  auto [before, after] = many();
  std::fill(before.value.begin(), before.value.end(), 4);
  std::fill(after.value.begin(), after.value.end(), 2);
  check(quantile_ratio(before, after, 12'000, 0.9, level, {}), 0.5, 0.5, 0.5);
  check(mean_ratio(before, after, 12'000, level, {}), 0.5, 0.5, 0.5);
  std::fill(after.value.begin(), after.value.end(), 0);
  check(quantile_ratio(before, after, 12'000, 0.9, level, {}), 0, 0, 0);
  check(mean_ratio(before, after, 12'000, level, {}), 0, 0, 0);
}

TEST_CASE("a quantile that many units can't reach has no bound", "[stats]") {
  auto [before, after] = many();
  after.value.resize(20);
  after.unit.resize(20);
  const auto interval = quantile_ratio(before, after, 12'000, 0.95, level, {});
  REQUIRE(interval);
  CHECK(interval->bounds.low > 0);
  CHECK(interval->bounds.high == infinity);
}
