#include "run/run_costing.hpp"

#include <string>

#include "price/money.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

CaseResult called(long long position, const std::string& dollars, int repeat = 1) {
  CaseResult result;
  result.position = position;
  result.case_id = "case-" + std::to_string(position);
  result.target = "openai/m";
  result.repeat = repeat;
  result.request_digest = "asked";
  result.response.emplace();
  result.cost = Usd::parse(dollars);
  return result;
}

RunCosts costs_of(const std::vector<CaseResult>& results, std::size_t passed = 1, CostQuestion question = {}) {
  RunCosting costing(question);
  for (const CaseResult& result : results) {
    costing.add(result);
  }
  return costing.finish(passed);
}

}  // namespace

// R: t.test(c(0.001, 0.002, 0.0036)); mean 0.0022, bounds -0.00105... and 0.00545....
TEST_CASE("the mean cost of a call has Student's interval over the cases, cut at nothing", "[report]") {
  const RunCosts costs = costs_of({called(0, "0.001"), called(1, "0.002"), called(2, "0.0036")}, 2);
  REQUIRE(costs.mean);
  CHECK(decimal_text(costs.mean->mean) == "0.0022");
  CHECK(costs.mean->cases == 3);
  CHECK(decimal_text(*costs.mean->low) == "0.00");
  CHECK(static_cast<double>(costs.mean->high->picodollars()) / 1e12 == Approx(0.0054574).epsilon(1e-4));
  CHECK(decimal_text(*costs.total()) == "0.0066");
  CHECK(decimal_text(*costs.per_passed) == "0.0033");
}

TEST_CASE("a call whose price is not known is counted and named, and never costs nothing", "[report]") {
  CaseResult unpriced = called(1, "0.1");
  unpriced.cost.reset();
  const RunCosts costs = costs_of({called(0, "0.1"), unpriced});
  CHECK_FALSE(costs.total());
  CHECK_FALSE(costs.per_passed);
  CHECK(decimal_text(costs.known) == "0.10");
  REQUIRE(costs.unknown.size() == 1);
  CHECK(costs.unknown[0].target == "openai/m");
  CHECK(costs.unknown[0].calls == 1);
  CHECK(costs.mean->cases == 1);
  CHECK_FALSE(costs.mean->low);
}

TEST_CASE("replayed calls are what cache or cassette saved", "[report]") {
  CaseResult replayed = called(1, "0.3");
  replayed.replayed = true;
  replayed.response->attempts = 4;
  CaseResult retried = called(0, "0.1");
  retried.response->attempts = 3;
  const RunCosts costs = costs_of({retried, replayed});
  CHECK(decimal_text(costs.fresh) == "0.10");
  CHECK(decimal_text(costs.replayed) == "0.30");
  CHECK(decimal_text(costs.known) == "0.40");
  CHECK(costs.retries == 2);
}

TEST_CASE("a projection is exact, however large", "[report]") {
  CostQuestion question;
  question.per_day = 10'000;
  const auto small = costs_of({called(0, "0.000105"), called(1, "0.000106")}, 1, question).projection;
  REQUIRE(small);
  CHECK(decimal_text(small->daily) == "1.055");
  CHECK(decimal_text(small->monthly) == "32.1115625");
  question.per_day = 1'000'000'000'000;
  const auto large = costs_of({called(0, "9000000")}, 1, question).projection;
  CHECK(decimal_text(large->monthly) == "273937500000000000000.00");
}

TEST_CASE("a part of a sum is rounded half to even at the twelfth decimal", "[report]") {
  CHECK(divided(Usd::picodollars(5), 2).picodollars() == 2);
  CHECK(divided(Usd::picodollars(7), 2).picodollars() == 4);
  CHECK(divided(Usd::picodollars(10), 3).picodollars() == 3);
  CHECK(divided(Usd::picodollars(11), 3).picodollars() == 4);
  CHECK(divided(Usd::picodollars(-7), 2).picodollars() == -4);
}

TEST_CASE("a mean and a projection are of what is billed, lost attempts included", "[report]") {
  CostQuestion question;
  question.per_day = 10;
  CaseResult retried = called(0, "0.2");
  retried.lost = {*Usd::parse("0.1"), 0};
  CaseResult failed = called(2, "0");
  failed.response.reset();
  failed.cost.reset();
  failed.error.emplace().attempts = 2;
  const auto billed = [&](LostCost lost) {
    failed.lost = lost;
    return costs_of({retried, called(1, "0.3"), failed}, 1, question);
  };
  const RunCosts charged = billed({*Usd::parse("0.06"), 0});
  CHECK(decimal_text(charged.known) == "0.50");
  CHECK(decimal_text(*charged.total()) == "0.66");
  CHECK(decimal_text(charged.mean->mean) == "0.22");
  CHECK(charged.mean->cases == 3);
  CHECK(decimal_text(charged.projection->daily) == "2.20");
  CHECK(decimal_text(billed({{}, 0}).projection->daily) == "3.00");
  CHECK(decimal_text(billed({{}, 1}).projection->daily) == "3.00");
  CHECK(billed({{}, 1}).lost.unknown == 1);
  CHECK(decimal_text(billed({*Usd::parse("0.06"), 1}).projection->daily) == "2.20");
}
