#include "price/cost.hpp"

#include "price/money.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

Rate rate(std::string_view per_million) {
  return {*Usd::parse(per_million)};
}

Price text_price() {
  Price price;
  price.input = rate("2");
  price.output = rate("8");
  return price;
}

std::string cost_text(const Usage& usage, const Price& price) {
  const auto cost = cost_of(usage, &price);
  return cost ? decimal_text(*cost) : "unknown";
}

}  // namespace

TEST_CASE("a kind without a rate is charged as what it is part of") {
  const Usage usage{1'000'000, 500'000, 100'000, 200'000, 50'000, 300'000, 40'000, 10'000, 20'000};
  Price price = text_price();
  CHECK(cost_text(usage, price) == "6.00");
  price.cached_input = rate("1");
  CHECK(cost_text(usage, price) == "5.90");
  price.cache_write = rate("3");
  CHECK(cost_text(usage, price) == "6.10");
  price.cache_write_1h = rate("4");
  CHECK(cost_text(usage, price) == "6.15");
  price.reasoning = rate("10");
  CHECK(cost_text(usage, price) == "6.75");
  price.output_audio = rate("18");
  CHECK(cost_text(usage, price) == "6.95");
  price.input_audio = rate("12");  // Of the 40,000, the 10,000 cached ones stay at the price of cached tokens.
  CHECK(cost_text(usage, price) == "7.25");
  price.cached_audio = rate("6");
  CHECK(cost_text(usage, price) == "7.30");
}

TEST_CASE("tokens that must be both cached and audio are counted once where the provider does not say how many") {
  Price price = text_price();
  price.cached_input = rate("1");
  price.input_audio = rate("10");
  const Usage all_cached{100, 0, 100, {}, {}, {}, 60};
  CHECK(cost_text(all_cached, price) == "0.0001");
  price.cached_audio = rate("5");
  CHECK(cost_text(all_cached, price) == "0.00034");
  CHECK(cost_text({100, 0, 30, {}, {}, {}, 60}, price) == "0.00065");
}

TEST_CASE("what is not known costs no sum, least of all 0") {
  const Price price = text_price();
  CHECK_FALSE(cost_of({1, 1}, nullptr));
  CHECK(cost_text({{}, 1}, price) == "unknown");
  CHECK(cost_text({1, {}}, price) == "unknown");
  CHECK(cost_text({1, 1}, Price()) == "unknown");
  Price embedding;
  embedding.input = rate("0.02");
  CHECK(cost_text({1000, {}}, embedding) == "0.00002");
  CHECK(cost_text({1000, 0}, embedding) == "0.00002");
  CHECK(cost_text({1000, 1}, embedding) == "unknown");
}

TEST_CASE("a usage that contradicts itself has no cost") {
  Price price = text_price();
  CHECK(cost_text({10, 10, 10}, price) == "0.0001");
  CHECK(cost_text({10, 10, 11}, price) == "unknown");  // Also where what is cached makes no difference to the price.
  CHECK(cost_text({10, 10, 0, 11}, price) == "unknown");
  CHECK(cost_text({10, 10, 0, {}, {}, 11}, price) == "unknown");
  price.cached_input = rate("1");
  CHECK(cost_text({10, 10, 11}, price) == "unknown");
  price.reasoning = rate("1");
  CHECK(cost_text({10, 10, 0, {}, {}, 11}, price) == "unknown");
  price.cache_write_1h = price.cache_write = rate("3");
  CHECK(cost_text({10, 10, 0, 1, 2}, price) == "unknown");
}

TEST_CASE("a tier holds for every token of a call above its bound, and not at it") {
  Price price = text_price();
  price.input->tiers = {{200'000, *Usd::parse("4")}, {400'000, *Usd::parse("5")}};
  price.output->tiers = {{200'000, *Usd::parse("12")}};
  CHECK(cost_text({200'000, 1000}, price) == "0.408");
  CHECK(cost_text({200'001, 1000}, price) == "0.812004");
  CHECK(cost_text({400'001, 1000}, price) == "2.012005");
}

TEST_CASE("a request may cost by itself") {
  Price price = text_price();
  price.per_thousand_requests = *Usd::parse("5");
  CHECK(cost_text({1, 0}, price) == "0.005002");
  CHECK(cost_parts({1, 0}, &price)->by_kind.back().usd == *Usd::parse("0.005"));
}

TEST_CASE("images made and searches are charged apart, and without a price nobody knows what for") {
  Price price = text_price();
  Usage usage{1000, 1000};
  usage.output_image = 900;
  CHECK(cost_text(usage, price) == "unknown");
  price.output_image = rate("30");
  CHECK(cost_text(usage, price) == "0.0298");  // 1000 x 2 + 100 x 8 + 900 x 30
  usage.searches = 3;
  CHECK(cost_text(usage, price) == "unknown");
  price.per_thousand_searches = *Usd::parse("10");
  CHECK(cost_text(usage, price) == "0.0598");
  CHECK(cost_parts(usage, &price)->by_kind.at(cost_kinds - 2).count == 3);
  usage.unpriced = 1;
  CHECK(cost_text(usage, price) == "unknown");
  usage = {1000, 1000};
  usage.output_image = usage.searches = usage.unpriced = 0;
  CHECK(cost_text(usage, text_price()) == "0.01");
}

TEST_CASE("attempts without an answer cost what they counted, and what they did not is unknown") {
  const Price price = text_price();
  CHECK(lost_cost({}, &price) == LostCost());
  CHECK(lost_cost({{{1000, 1000}, {500, 0}}, 0}, &price) == LostCost{*Usd::parse("0.011"), 0});
  CHECK(lost_cost({{{1000, 1000}}, 2}, &price) == LostCost{*Usd::parse("0.01"), 2});
  CHECK(lost_cost({{{1000, 1000}}, 2}, nullptr) == LostCost{{}, 3});
}

TEST_CASE("a cost is rounded once, half to even, and its parts each for itself") {
  Price price;
  price.input = Rate{Usd::picodollars(500'000)};
  price.output = Rate{Usd::picodollars(500'000)};
  CHECK(cost_of({1, 0}, &price) == Usd::picodollars(0));  // half a picodollar
  CHECK(cost_of({3, 0}, &price) == Usd::picodollars(2));
  CHECK(cost_of({1, 1}, &price) == Usd::picodollars(1));
  CHECK(cost_parts({1, 1}, &price)->by_kind.front().usd == Usd::picodollars(0));
}

TEST_CASE("a cost beyond all measure saturates") {
  const Price price = text_price();
  CHECK(cost_of({9'000'000'000'000'000, 0}, &price) == Usd::picodollars(9'223'372'036'854'775'807));
}

TEST_CASE("a batch costs its share") {
  Price price = text_price();
  CHECK_FALSE(batch_cost(*Usd::parse("1"), price));
  price.batch_millionths = 500'000;
  CHECK(batch_cost(*Usd::parse("0.000000000003"), price) == Usd::picodollars(2));
}

TEST_CASE("the most that a call can cost allows for every kind of text token and for the tier") {
  Price price = text_price();
  CHECK(most_cost(1000, 100, price) == *Usd::parse("0.0028"));
  price.cache_write = rate("3");
  price.reasoning = rate("9");
  price.input_audio = rate("100");
  CHECK(most_cost(1000, 100, price) == *Usd::parse("0.0039"));
  price.output->tiers = {{999, *Usd::parse("20")}};
  CHECK(most_cost(1000, 100, price) == *Usd::parse("0.005"));
  CHECK_FALSE(most_cost(1, 1, Price()));
}

TEST_CASE("sums of costs are sums of their parts") {
  const Price price = text_price();
  CostParts sum = *cost_parts({10, 1}, &price);
  sum += *cost_parts({5, 2}, &price);
  CHECK(sum.by_kind.front().count == 15);
  CHECK(sum.by_kind.back().count == 2);
  CHECK(decimal_text(sum.total) == "0.000054");
}

TEST_CASE("means and projections lose no digit before the end") {
  CHECK(divided(Usd::picodollars(5), 2) == Usd::picodollars(2));
  CHECK(divided(Usd::picodollars(7), 2) == Usd::picodollars(4));
  CHECK(divided(Usd::picodollars(-5), 2) == Usd::picodollars(-2));
  CHECK(divided(*Usd::parse("1"), 3) == Usd::picodollars(333'333'333'333));
  const Usd of_three_calls = *Usd::parse("0.01");
  CHECK(decimal_text(scaled(of_three_calls, {{1, 3}, {10'000, 1}, {487, 16}})) == "1014.583333333333");
  CHECK(money_text(scaled(of_three_calls, {{1, 3}, {10'000, 1}, {487, 16}})) == "$1014.58");
  CHECK(decimal_text(scaled(of_three_calls, {{1'000'000'000'000, 3}, {365, 1}})) == "1216666666666.666666666667");
  CHECK(money_text(scaled(Usd::picodollars(-1), {{5, 2}})) == "$-0.000000000002");
}

TEST_CASE("amounts of a table are read exactly, without the dust of floating point") {
  CHECK(read_amount("0.18000000000000002") == *Usd::parse("0.18"));
  CHECK(read_amount("0.08333333333333334") == *Usd::parse("0.083333333333"));
  CHECK(read_amount("1.5e-7") == *Usd::parse("0.00000015"));
  CHECK(read_amount("2E+2") == *Usd::parse("200"));
  CHECK(read_amount("0") == Usd());
  for (const char* text : {"", "-1", "x", "1e", "1e99", "Infinity", "0x10"}) {
    INFO(text);
    CHECK_FALSE(read_amount(text));
  }
}
