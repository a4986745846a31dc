#include <clocale>
#include <string>

#include "compare/compare.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_runs.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr RandomRun kinds[] = {{8, 1, false}, {22, 2, false}, {10, 1, true}};

RunSample random_sample(const RandomRun& kind, Random& random) {
  return sample_of(random_results(kind, random), kind.repeats == 2 ? Reducer::mean : Reducer::all);
}

void check_mirrored(const Interval& there, const Interval& back) {
  CHECK(there.value == Approx(-back.value).margin(1e-12));
  CHECK(there.low == Approx(-back.high).margin(1e-12));
  CHECK(there.high == Approx(-back.low).margin(1e-12));
}

void check_mirrored(const Comparison& there, const Comparison& back) {
  REQUIRE(there.figures.size() == back.figures.size());
  for (std::size_t at = 0; at < there.figures.size(); ++at) {
    const FigureChange& one = there.figures[at];
    INFO(one.figure << " [" << one.tag << "] by " << one.method);
    CHECK(one.before == back.figures[at].after);
    check_mirrored(one.difference, back.figures[at].difference);
    CHECK(one.p == Approx(back.figures[at].p).epsilon(1e-9));
    CHECK(one.effect == Approx(-back.figures[at].effect).margin(1e-12));
  }
  CHECK(there.counts.lost == back.counts.gained);
  CHECK(there.counts.worse == back.counts.better);
  CHECK(there.counts.unchanged == back.counts.unchanged);
}

}  // namespace

TEST_CASE("a run compared with itself shows nothing", "[compare]") {
  Random random(11);
  for (const RandomRun& kind : kinds) {
    const RunSample run = random_sample(kind, random);
    const Comparison same = compare(run, run);
    CHECK(same.drift.empty());
    CHECK(same.changes.empty());
    REQUIRE_FALSE(same.figures.empty());
    for (const FigureChange& figure : same.figures) {
      CHECK(figure.difference.value == 0);
      CHECK(figure.difference.low < 0);
      CHECK(figure.difference.high > 0);
      CHECK(figure.p == 1);
      CHECK(figure.adjusted_p == 1);
      CHECK(figure.effect == 0);
    }
    for (const RatioChange& ratio : same.ratios) {
      CHECK(ratio.median->value == 1);
    }
  }
}

TEST_CASE("neither the order of results nor the locale changes a byte of a comparison", "[compare]") {
  Random random(12);
  for (const RandomRun& kind : kinds) {
    const auto before = random_results(kind, random);
    const auto after = random_results(kind, random);
    const std::string expected = text_of(compare(sample_of(before, Reducer::mean), sample_of(after, Reducer::mean)));
    const std::string usual = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    CHECK(text_of(compare(sample_of(shuffled(before, random), Reducer::mean),
                          sample_of(shuffled(after, random), Reducer::mean))) == expected);
    std::setlocale(LC_ALL, usual.c_str());
  }
}

TEST_CASE("a comparison turned round mirrors every difference", "[compare]") {
  Random random(13);
  for (const RandomRun& kind : kinds) {
    const RunSample before = random_sample(kind, random);
    RunSample after = random_sample(kind, random);
    check_mirrored(compare(before, after), compare(after, before));
  }
}

// Counts of two models on GSM8K's 1,319 questions; the figures are those of statsmodels.
TEST_CASE("a real table of verdicts gives its known difference and p", "[compare]") {
  std::vector<bool> before(382 + 76, true);
  std::vector<bool> after(382, true);
  after.resize(382 + 76, false);
  before.resize(before.size() + 360 + 501, false);
  after.resize(after.size() + 360, true);
  after.resize(before.size(), false);
  const Comparison comparison = compare(run_of_verdicts(before), run_of_verdicts(after));
  const FigureChange& rate = comparison.figures.front();
  CHECK(rate.figure == "pass_rate");
  CHECK(rate.count == 1319);
  CHECK(rate.difference.value == Approx(0.21531463229719486).epsilon(1e-14));
  CHECK(rate.p == Approx(2.8913946350346335e-45).epsilon(1e-12));
  CHECK(comparison.counts.lost == 76);
  CHECK(comparison.counts.gained == 360);
}

TEST_CASE("runs with next to nothing in common compare without a figure", "[compare]") {
  const RunSample one = run_of_verdicts({true});
  RunSample other = one;
  other.cases.front().id = "another";
  RunSample undecided = one;
  undecided.cases.front().passed = 0;
  undecided.cases.front().undecided = 1;
  RunSample quarantined = one;
  quarantined.cases.front().quarantined = true;
  for (const RunSample& after : {other, undecided, quarantined, RunSample{}}) {
    const Comparison comparison = compare(one, after);
    CHECK(comparison.figures.empty());
    CHECK(comparison.changes.empty());
    CHECK_FALSE(text_of(comparison).empty());
  }
  const Comparison single = compare(one, run_of_verdicts({false}));
  CHECK(single.counts.lost == 1);
  CHECK(single.figures.front().p == 1);
  CHECK(compare(RunSample{}, RunSample{}).figures.empty());
}
