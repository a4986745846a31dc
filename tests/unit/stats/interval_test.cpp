#include "stats/interval.hpp"

#include <limits>
#include <numeric>
#include <vector>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

void check(const Bounds& bounds, double low, double high) {
  CHECK(bounds.low == Approx(low).epsilon(1e-12).margin(1e-15));
  CHECK(bounds.high == Approx(high).epsilon(1e-12).margin(1e-15));
}

std::vector<std::uint32_t> each_its_own(std::size_t count) {
  std::vector<std::uint32_t> clusters(count);
  std::iota(clusters.begin(), clusters.end(), 100U);
  return clusters;
}

}  // namespace

// R: prop.test(458, 1319, correct=FALSE)$conf.int; the first also with 50 decimal digits.
TEST_CASE("Wilson's interval is that of R's prop.test", "[stats]") {
  check(wilson_interval(458, 1319), 0.32201685382696354, 0.3733359057098653);
  check(wilson_interval(0, 10), 0, 0.27753279986288915);
  check(wilson_interval(10, 10), 0.72246720013711085, 1);
  check(wilson_interval(1, 1), 0.2065493143772375, 1);
  check(wilson_interval(3, 7), 0.15821985525146970, 0.74954163547234265);
  check(wilson_interval(999, 1000), 0.99435744140204207, 0.99982345362937386);
  check(wilson_interval(3, 7, 0.8), 0.22598811161452573, 0.65830294637909348);
  check(wilson_interval(0, 0), 0, 1);
  CHECK(wilson_interval(0, 10).low == 0);
  CHECK(wilson_interval(10, 10).high == 1);
}

// R: t.test(c(x, 0, 1))$conf.int
TEST_CASE("the mean's interval is R's t.test with both ends of the range added", "[stats]") {
  const std::vector<double> values{0.2, 0.4, 0.9, 1, 0.7};
  check(mean_interval(values, 0, 1), 0.22622804077478881, 0.97377195922521120);
  check(mean_interval(values, 0, 1, 0.9), 0.30317430918643679, 0.89682569081356323);
  check(mean_interval(std::vector<double>{1, 0.25}, 0, 1, 0.5), 0.36539175861026585, 0.75960824138973415);
}

// R: t.test(c(rep(1, 30), 0, 1)), and with −1 in the place of 0.
TEST_CASE("unanimous values leave room for doubt", "[stats]") {
  check(mean_interval(std::vector<double>(30, 1), 0, 1), 0.90501520480011222, 1);
  check(mean_interval(std::vector<double>(30, 1), -1, 1), 0.81003040960022443, 1);
  for (const std::size_t count : {1, 2, 10, 10'000}) {
    const Bounds bounds = mean_interval(std::vector<double>(count, 0), -1, 1);
    CHECK(bounds.low < 0);
    CHECK(bounds.low == Approx(-bounds.high));
    CHECK(mean_interval(std::vector<double>(count, 1), 0, 1).low < 1);
    CHECK(mean_interval(std::vector<double>(count, 1), 0, 1).high == 1);
  }
}

TEST_CASE("no value or one bounds no mean", "[stats]") {
  check(mean_interval({}, -1, 1), -1, 1);
  check(mean_interval(std::vector<double>{0.5}, 0, 1), 0, 1);
  check(clustered_mean_interval({}, {}, -1, 1), -1, 1);
  check(clustered_mean_interval(std::vector<double>{0.5}, std::vector<std::uint32_t>{7}, 0, 1), 0, 1);
  CHECK(standard_error({}) == 0);
  CHECK(standard_error(std::vector<double>{3}) == 0);
  CHECK(standard_error(std::vector<double>{0.1, 0.1, 0.1}) == 0);
}

// R: s <- tapply(v - mean(v), g, sum); G <- length(s); se <- sqrt(G/(G-1) * sum(s^2)) / length(v); the interval is
// mean(e) + c(-1, 1) * qt(.975, 4) * se of e <- c(v, 0, 1), c(g, 98, 99).
TEST_CASE("clusters widen the mean's interval", "[stats]") {
  const std::vector<double> values{0.2, 0.4, 0.9, 1, 0.7};
  const std::vector<std::uint32_t> clusters{1, 1, 2, 3, 3};
  CHECK(clustered_standard_error(values, clusters) == Approx(0.20587374771932435).epsilon(1e-13));
  CHECK(standard_error(values) == Approx(0.15033296378372907).epsilon(1e-13));
  check(clustered_mean_interval(values, clusters, 0, 1), 0.11019188849268818, 1);
  check(clustered_mean_interval(values, clusters, -1, 2), -0.41316763757567998, 1.61316763757568005);
}

TEST_CASE("values that are each a cluster are as without clusters", "[stats]") {
  const std::vector<double> values{0, 1, 1, 0, 1, 1, 1};
  const auto clusters = each_its_own(values.size());
  CHECK(clustered_standard_error(values, clusters) == Approx(standard_error(values)).epsilon(1e-14));
  const Bounds mean_bounds = mean_interval(values, 0, 1);
  check(clustered_mean_interval(values, clusters, 0, 1), mean_bounds.low, mean_bounds.high);
  const Bounds share_bounds = wilson_interval(5, 7);
  check(clustered_share_interval(values, clusters), share_bounds.low, share_bounds.high);
}

// R: cv <- the se above; d <- max(1, cv^2 / (p * (1-p) / (n-1))); ne <- n/d * (qt(a, n-1) / qt(a, G-1))^2, and Wilson's
// formula with ne; the last is prop.test(4, 4, correct=FALSE).
TEST_CASE("clusters widen a share's interval to that of its effective size", "[stats]") {
  const std::vector<double> values{1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1};
  const std::vector<std::uint32_t> clusters{1, 1, 2, 1, 2, 2, 3, 3, 3, 4, 4, 4};
  check(clustered_share_interval(values, clusters), 0.16414899753761014, 0.95320127815833422);
  const std::vector<double> shares{0.5, 0.25, 1, 0.75, 0.5, 0};
  const std::vector<std::uint32_t> pairs{1, 1, 2, 2, 3, 3};
  check(clustered_share_interval(shares, pairs, 0.9), 0.15130351375216933, 0.84869648624783067);
  check(clustered_share_interval(std::vector<double>(12, 1), clusters), 0.51010916354540281, 1);
  check(clustered_share_interval(std::vector<double>(12, 0), clusters), 0, 1 - 0.51010916354540281);
}

TEST_CASE("one cluster bounds nothing, unanimous clusters count once each", "[stats]") {
  const std::vector<double> values{1, 0, 1, 1};
  const std::vector<std::uint32_t> one(4, 9);
  check(clustered_share_interval(values, one), 0, 1);
  check(clustered_share_interval({}, {}), 0, 1);
  check(clustered_mean_interval(values, one, 0, 1), 0, 1);
  check(clustered_mean_interval(std::vector<double>(4, 1), one, 0, 1), 0, 1);
  CHECK(clustered_standard_error(values, one) == 0);
  const std::vector<std::uint32_t> two{1, 1, 2, 2};
  const Bounds of_two = mean_interval(std::vector<double>{1, 1}, 0, 1);
  check(clustered_mean_interval(std::vector<double>(4, 1), two, 0, 1), of_two.low, of_two.high);
}

TEST_CASE("what clusters are called changes nothing", "[stats]") {
  const std::vector<double> values{0.1, 0.7, 0.3, 0.9};
  const std::vector<std::uint32_t> some{1, 1, 2, 3};
  const std::vector<std::uint32_t> others{4'000'000'000, 4'000'000'000, 0, 17};
  CHECK(clustered_standard_error(values, some) == clustered_standard_error(values, others));
  CHECK(clustered_mean_interval(values, some, 0, 1).low == clustered_mean_interval(values, others, 0, 1).low);
}

// R: quantile(c(1, 2, 3, 4, 10), c(0, .1, .5, .9, .99, 1), type=7)
TEST_CASE("quantiles are of type 7", "[stats]") {
  const std::vector<double> values{1, 2, 3, 4, 10};
  CHECK(quantile(values, 0) == 1);
  CHECK(quantile(values, 0.1) == Approx(1.4).epsilon(1e-14));
  CHECK(quantile(values, 0.5) == 3);
  CHECK(quantile(values, 0.9) == Approx(7.6).epsilon(1e-14));
  CHECK(quantile(values, 0.99) == Approx(9.76).epsilon(1e-14));
  CHECK(quantile(values, 1.0) == 10);
  CHECK(quantile(std::vector<double>{5}, 0.3) == 5);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(quantile(std::vector<double>{1, infinity, infinity}, 0.8) == infinity);
  CHECK(quantile(std::vector<double>{1, infinity}, 0) == 1);
}
