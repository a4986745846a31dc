#include "eval/budget.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

Usd usd(std::string_view text) {
  return *Usd::parse(text);
}

Price price() {
  Price price;
  price.input = Rate{usd("1")};
  price.output = Rate{usd("1")};
  return price;
}

const Price a_dollar_a_million = price();
const LostAttempts uncounted{{}, 1};
const LostAttempts counted{{{100'000, 100'000}}, 0};  // 0.2 USD

}  // namespace

TEST_CASE("a call is let through when the limit holds even if all in flight cost the most they can") {
  Budget budget(usd("1"), usd("0.2"));
  budget.learn({}, std::nullopt);
  CHECK(budget.ask(usd("0.5")) == Budget::Answer::yes);
  CHECK(budget.ask(usd("0.5")) == Budget::Answer::wait);
  CHECK(budget.ask(usd("0.9")) == Budget::Answer::no);
  budget.release(usd("0.5"));
  CHECK(budget.ask(usd("0.8")) == Budget::Answer::yes);
}

TEST_CASE("the most that a request can cost counts its images") {
  Request request;
  request.messages.push_back(text_message(Role::user, "1234"));
  CHECK(Budget::worst_cost(request, &a_dollar_a_million) == usd("0.000020"));
  request.messages.back().parts.push_back(MediaPart{"https://example.com/a.png", "image/png"});
  CHECK(Budget::worst_cost(request, &a_dollar_a_million) == usd("0.048189"));
  request.messages.back().parts.push_back(MediaPart{std::string(1'000'000, 'a'), "image/png"});
  CHECK(Budget::worst_cost(request, &a_dollar_a_million) == usd("1.048189"));
}

TEST_CASE("an answer counts what it cost, or the worst where that is not known") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.4")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.4")).settle(true, usd("0.1"), {});
  CHECK(budget.spent() == usd("0.1"));
  REQUIRE(budget.ask(usd("0.4")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.4")).settle(true, std::nullopt, {});
  CHECK(budget.spent() == usd("0.5"));
  CHECK(budget.ask(usd("0.5")) == Budget::Answer::yes);
}

TEST_CASE("what failed attempts cost counts, and the worst of those that do not say") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.3")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.3")).settle(false, std::nullopt, {usd("0.1"), 2});
  CHECK(budget.spent() == usd("0.7"));
  CHECK(budget.ask(usd("0.3")) == Budget::Answer::yes);
}

TEST_CASE("a call that was refused, or never sent, costs nothing") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.3")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.3")).settle(false, std::nullopt, {});
  CHECK(budget.spent() == Usd());
  CHECK(budget.ask(usd("1")) == Budget::Answer::yes);
}

TEST_CASE("an attempt is repeated only where the budget lets another through, and is counted once") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.4")) == Budget::Answer::yes);
  CallBudget call(budget, &a_dollar_a_million, usd("0.4"));
  CHECK(call.may_repeat(counted));
  CHECK(budget.spent() == usd("0.2"));
  CHECK(call.may_repeat(uncounted));
  CHECK(budget.spent() == usd("0.6"));
  CHECK_FALSE(call.may_repeat(uncounted));
  CHECK(budget.spent() == usd("1"));
  call.settle(false, std::nullopt, {usd("0.2"), 2});
  CHECK(budget.spent() == usd("1"));
  CHECK(budget.ask(usd("0")) == Budget::Answer::yes);
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::no);
}

TEST_CASE("without a limit only what is known is spent") {
  Budget budget(std::nullopt, {});
  CHECK(budget.ask(usd("9")) == Budget::Answer::yes);
  CallBudget call(budget, &a_dollar_a_million, usd("9"));
  CHECK(call.may_repeat(uncounted));
  call.settle(true, usd("0.1"), {usd("0.2"), 1});
  CHECK(budget.spent() == usd("0.3"));
}

TEST_CASE("the first call goes alone, and one that cost more than it could bounds all others") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.01")) == Budget::Answer::yes);
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::wait);
  CallBudget(budget, &a_dollar_a_million, usd("0.01")).settle(true, usd("0.3"), {});
  CHECK(budget.excess() == usd("0.3"));
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::yes);
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::yes);
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::wait);
  CallBudget(budget, &a_dollar_a_million, usd("0.01")).settle(true, usd("0.4"), {});
  CHECK(budget.ask(usd("0.01")) == Budget::Answer::no);
}

TEST_CASE("once the limit is passed, no call starts, whatever it costs") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.4")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.4")).settle(true, usd("42"), {});
  CHECK(budget.spent() == usd("42"));
  CHECK(budget.ask(usd("0")) == Budget::Answer::no);
}

TEST_CASE("a failed attempt that cost more than it could bounds the others too") {
  Budget budget(usd("1"), {});
  REQUIRE(budget.ask(usd("0.1")) == Budget::Answer::yes);
  CallBudget(budget, &a_dollar_a_million, usd("0.1")).settle(false, std::nullopt, {usd("0.6"), 0});
  CHECK(budget.ask(usd("0.1")) == Budget::Answer::no);
}
