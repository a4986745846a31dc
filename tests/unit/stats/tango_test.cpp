#include <algorithm>
#include <vector>

#include "base/random.hpp"
#include "stats/paired.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

void check(const PairedCounts& counts, double low, double high, double confidence = 0.95) {
  const Bounds bounds = tango_interval(counts, confidence);
  CHECK(bounds.low == Approx(low).epsilon(1e-10));
  CHECK(bounds.high == Approx(high).epsilon(1e-10));
}

PairedCounts any_counts(Random& random) {
  return {random.below(20), 1 + random.below(9), random.below(9), random.below(20)};
}

// At least as high at both ends, but for the last digits.
void check_not_below(const PairedCounts& better, const PairedCounts& worse) {
  const Bounds high = tango_interval(better);
  const Bounds low = tango_interval(worse);
  CHECK(high.low >= low.low - 1e-12);
  CHECK(high.high >= low.high - 1e-12);
}

}  // namespace

// R: q <- function(d) (sqrt(B^2 - 4*A*C) - B) / (2*A) with A <- 2*n, B <- -b-c+(2*n-b+c)*d, C <- -c*d*(1-d), checked
// against optimize() of the likelihood b*log(q+d) + c*log(q) + (n-b-c)*log(1-2*q-d) to 1e-8;
// T <- function(d) (b-c-n*d) / sqrt(n*(2*q(d) + d*(1-d))); uniroot(function(d) T(d) - z, …, tol=1e-15) on either side.
TEST_CASE("Tango's interval solves the score equation as R's uniroot does", "[stats]") {
  check({382, 360, 76, 501}, 0.1866154404002286, 0.2442249861316841);
  check({30, 12, 2, 6}, 0.06111240618634403, 0.34470874828214865);
  check({30, 12, 2, 6}, 0.08547438245683633, 0.32041338630714444, 0.9);
  check({0, 14, 1, 35}, 0.1277871888350784, 0.4022003901166804);
  check({6, 5, 3, 6}, -0.1878980719597008, 0.3723406547074396);
  check({20, 0, 3, 7}, -0.25621082579184079, 0.02486473249136558);
}

TEST_CASE("Tango's interval holds without discordant pairs, with nothing else, and with one case", "[stats]") {
  check({10, 0, 0, 0}, -0.2775327998628899, 0.2775327998628892);
  check({20, 0, 0, 34}, -0.06641358809089637, 0.06641358809089637);
  check({0, 10, 0, 0}, 0.4449344002742217, 1);
  check({0, 0, 10, 0}, -1, -0.4449344002742217);
  check({0, 1, 0, 0}, -0.5869013712455251, 1);
  check({1, 0, 0, 0}, -0.7934506856227626, 0.7934506856227626);
  check({0, 1, 1, 0}, -0.8109375885315385, 0.8109375885315384);
  check({}, -1, 1);
}

TEST_CASE("Tango's interval turns round with the versions and holds the difference", "[stats]") {
  Random random(1);
  for (int i = 0; i < 100; ++i) {
    const PairedCounts counts = any_counts(random);
    const Bounds there = tango_interval(counts);
    const Bounds back = tango_interval({counts.both, counts.lost, counts.gained, counts.neither});
    CHECK(there.low == -back.high);
    CHECK(there.high == -back.low);
    const double n = static_cast<double>(counts.both + counts.gained + counts.lost + counts.neither);
    const double difference = (static_cast<double>(counts.gained) - static_cast<double>(counts.lost)) / n;
    CHECK(there.low <= difference);
    CHECK(difference <= there.high);
  }
}

TEST_CASE("Tango's bounds sink with each case that is gained no more, or lost", "[stats]") {
  Random random(2);
  for (int i = 0; i < 100; ++i) {
    const PairedCounts counts = any_counts(random);
    check_not_below(counts, {counts.both, counts.gained - 1, counts.lost, counts.neither + 1});
    check_not_below(counts, {counts.both, counts.gained - 1, counts.lost + 1, counts.neither});
    const PairedCounts more{counts.both + 1, counts.gained, counts.lost, counts.neither};
    check_not_below(more, {counts.both, counts.gained, counts.lost + 1, counts.neither});
  }
}

TEST_CASE("Tango's interval for clusters counts as many cases as their design effect leaves", "[stats]") {
  const std::vector<double> differences{1, 0, 0, -1, 0, 0, 1, 1};
  const std::vector<std::uint32_t> alone{1, 2, 3, 4, 5, 6, 7, 8};
  const Bounds expected = tango_interval({2, 3, 1, 2});
  CHECK(clustered_tango_interval(differences, alone).low == Approx(expected.low).epsilon(1e-12));
  CHECK(clustered_tango_interval(differences, alone).high == Approx(expected.high).epsilon(1e-12));
  CHECK(clustered_tango_interval(differences, std::vector<std::uint32_t>(8, 1)).low == -1);
  CHECK(clustered_tango_interval({}, {}).high == 1);
}

// But for Student's quantiles of so many clusters, which make it a little wider.
TEST_CASE("Copies of a case in its cluster narrow Tango's interval by nothing", "[stats]") {
  std::vector<double> differences(200, 0.0);
  std::fill_n(differences.begin(), 12, -1.0);
  std::fill_n(differences.rbegin(), 7, 1.0);
  std::vector<double> copied;
  std::vector<std::uint32_t> clusters;
  for (std::size_t place = 0; place < differences.size(); ++place) {
    copied.insert(copied.end(), 4, differences[place]);
    clusters.insert(clusters.end(), 4, static_cast<std::uint32_t>(place));
  }
  const Bounds once = tango_interval({100, 7, 12, 81});
  const Bounds often = clustered_tango_interval(copied, clusters);
  CHECK(often.low == Approx(once.low).epsilon(0.01));
  CHECK(often.high == Approx(once.high).epsilon(0.02));
  CHECK(often.low <= once.low);
  CHECK(often.high >= once.high);
}

TEST_CASE("Clusters whose cases differ more than others do not narrow Tango's interval", "[stats]") {
  std::vector<double> differences;
  std::vector<std::uint32_t> clusters;
  for (std::uint32_t cluster = 0; cluster < 20; ++cluster) {
    differences.insert(differences.end(), {1, -1, 0});
    clusters.insert(clusters.end(), 3, cluster);
  }
  const Bounds alone = tango_interval({20, 20, 20, 0});
  const Bounds together = clustered_tango_interval(differences, clusters);
  CHECK(together.low <= alone.low);
  CHECK(together.high >= alone.high);
}

TEST_CASE("Clusters that all say the same count one each in Tango's interval", "[stats]") {
  const std::vector<std::uint32_t> clusters{1, 1, 1, 2, 2, 3};
  const Bounds none = clustered_tango_interval(std::vector<double>(6, 0.0), clusters);
  CHECK(none.low == tango_interval({3, 0, 0, 0}).low);
  CHECK(none.high == tango_interval({3, 0, 0, 0}).high);
}
