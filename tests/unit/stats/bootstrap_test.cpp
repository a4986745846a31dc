#include "stats/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<double> ranks(std::size_t count) {
  std::vector<double> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = static_cast<double>(i + 1);
  }
  return values;
}

void check_ranks(std::size_t count, double share, double low, double high) {
  const Bounds bounds = quantile_interval(ranks(count), share);
  INFO(count << " at " << share);
  CHECK(bounds.low == low);
  CHECK(bounds.high == high);
}

}  // namespace

// numpy, 20,000 draws of the same 1,319 real pairs: 0.1865 to 0.2441. The Monte-Carlo error of a 2.5 % percentile from
// 2,000 draws is about 0.0009.
TEST_CASE("the bootstrap of real pairs has its known interval", "[stats]") {
  std::vector<double> differences(1319, 0);
  std::fill_n(differences.begin(), 360, 1);
  std::fill_n(differences.rbegin(), 76, -1);
  const Bounds bounds = percentile_interval(bootstrap_means(differences, {}, {2000, 7}));
  CHECK(bounds.low == Approx(0.1865049279757392).margin(0.003));
  CHECK(bounds.high == Approx(0.2441243366186505).margin(0.003));
}

TEST_CASE("the same seed gives the same bytes, another seed others", "[stats]") {
  const std::vector<double> values{0.1, 0.2, 0.4, 0.8, 0.3};
  const std::vector<std::uint32_t> clusters{1, 1, 2, 3, 3};
  CHECK(bootstrap_means(values, {}, {100, 1}) == bootstrap_means(values, {}, {100, 1}));
  CHECK(bootstrap_means(values, {}, {100, 1}) != bootstrap_means(values, {}, {100, 2}));
  CHECK(bootstrap_means(values, clusters, {100, 1}) == bootstrap_means(values, clusters, {100, 1}));
}

// Python: SplitMix64 from 0, index (next >> 32) * 4 >> 32, six means of four draws, sorted.
TEST_CASE("a seed gives the same bytes on every machine", "[stats]") {
  CHECK(bootstrap_means(std::vector<double>{1, 2, 4, 8}, {}, {6, 0}) ==
        std::vector<double>{3.0, 4.0, 4.75, 4.75, 4.75, 5.5});
}

// Of two values there are four samples, of two clusters too: their means and how often each is due.
TEST_CASE("every sample is drawn as often as it should be", "[stats]") {
  const std::vector<double> values{0, 0, 0, 1};
  const std::vector<std::uint32_t> clusters{5, 5, 5, 8};
  const std::vector<double> means = bootstrap_means(values, clusters, {4000, 3});
  REQUIRE(means.size() == 4000);
  CHECK(std::is_sorted(means.begin(), means.end()));
  CHECK(std::count(means.begin(), means.end(), 0.0) == Approx(1000).margin(120));
  CHECK(std::count(means.begin(), means.end(), 0.25) == Approx(2000).margin(140));
  CHECK(std::count(means.begin(), means.end(), 1.0) == Approx(1000).margin(120));
}

TEST_CASE("the bootstrap of next to nothing", "[stats]") {
  CHECK(bootstrap_means({}, {}, {10, 1}).empty());
  CHECK(bootstrap_means(std::vector<double>{0.5}, {}, {3, 1}) == std::vector<double>(3, 0.5));
  CHECK(bootstrap_means(std::vector<double>{1, 2}, std::vector<std::uint32_t>{4, 4}, {2, 1}) ==
        std::vector<double>(2, 1.5));
  CHECK(bootstrap_means(std::vector<double>{1, 2}, {}, {0, 1}).empty());
  CHECK(percentile_interval(std::vector<double>{2}).high == 2);
  CHECK(percentile_interval(std::vector<double>{1, infinity, infinity}).high == infinity);
}

// R: c(qbinom(.025, n, share), qbinom(.975, n, share) + 1), where rank 0 and rank n + 1 stand for the infinities.
TEST_CASE("a quantile's interval is between R's binomial ranks", "[stats]") {
  check_ranks(0, 0.5, -infinity, infinity);
  check_ranks(1, 0.5, -infinity, infinity);
  check_ranks(5, 0.5, -infinity, infinity);
  check_ranks(6, 0.5, 1, 6);
  check_ranks(9, 0.25, -infinity, 6);
  check_ranks(20, 0.5, 6, 15);
  check_ranks(71, 0.95, 63, infinity);
  check_ranks(72, 0.95, 64, 72);
  check_ranks(100, 0.9, 84, 96);
  check_ranks(10'000, 0.99, 9880, 9920);
}

// R: qbinom as above gives 4902 and 5100 for 10,001 at 0.5; rounding outwards may add a rank on each side.
TEST_CASE("beyond 10,000 values the ranks are the normal approximation's", "[stats]") {
  check_ranks(10'001, 0.5, 4902, 5100);
  check_ranks(20'000, 1, 20'000, infinity);
  check_ranks(20'000, 0, -infinity, 1);
  check_ranks(50, 1, 50, infinity);
  check_ranks(50, 0, -infinity, 1);
}
