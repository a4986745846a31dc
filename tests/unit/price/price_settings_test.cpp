#include "registry/project_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::map<std::string, PriceHistory> prices_of(const std::string& prices) {
  Diagnostics faults;
  const auto project = read_project(source_of("format: 1\nprices:\n" + prices, "promptctl.yaml"), faults);
  CHECK(described(faults).empty());
  return project->prices;
}

std::string faults_of(const std::string& price) {
  Diagnostics faults;
  const auto project = read_project(source_of("format: 1\nprices:\n  a/b:\n" + price, "promptctl.yaml"), faults);
  CHECK(project->prices.empty());
  std::string all;
  for (const Diagnostic& fault : faults.sorted()) {
    all += std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + " " + std::string(fault.code) +
           ": " + fault.message + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a registry's price has every kind of rate, tiers, a price for a request and one for batches") {
  const auto prices = prices_of(
      "  a/b:\n"
      "    {input: 1.25, cached_input: 0.125, cache_write: 2, cache_write_1h: 3, input_audio: 4, cached_audio: 5,\n"
      "     output: 10, reasoning: 11, output_audio: 12, request: 0.005, batch: 50%,\n"
      "     tiers: [{above: 200000, input: 2.5, output: 15}, {above: 400000, input: 3}]}\n");
  const Price& price = prices.at("a/b").front().price;
  CHECK(price.input == Rate{*Usd::parse("1.25"), {{200'000, *Usd::parse("2.5")}, {400'000, *Usd::parse("3")}}});
  CHECK(price.output == Rate{*Usd::parse("10"), {{200'000, *Usd::parse("15")}}});
  CHECK(price.cached_input == Rate{*Usd::parse("0.125")});
  CHECK(price.cache_write == Rate{*Usd::parse("2")});
  CHECK(price.cache_write_1h == Rate{*Usd::parse("3")});
  CHECK(price.input_audio == Rate{*Usd::parse("4")});
  CHECK(price.cached_audio == Rate{*Usd::parse("5")});
  CHECK(price.reasoning == Rate{*Usd::parse("11")});
  CHECK(price.output_audio == Rate{*Usd::parse("12")});
  CHECK(price.per_thousand_requests == *Usd::parse("5"));
  CHECK(price.batch_millionths == 500'000);
}

TEST_CASE("a list of prices says from which day each holds") {
  const auto prices = prices_of("  a/b:\n    - {input: 2, output: 8}\n    - {from: 2026-03-01, input: 1, output: 4}\n");
  const PriceHistory& history = prices.at("a/b");
  const std::chrono::sys_days march = std::chrono::year(2026) / 3 / 1;
  CHECK(price_at(history, march - std::chrono::seconds(1))->price.input == Rate{*Usd::parse("2")});
  CHECK(price_at(history, march)->price.input == Rate{*Usd::parse("1")});
  const auto later = prices_of("  a/b:\n    - {from: 2026-03-01, input: 1, output: 4}\n");
  CHECK(price_at(later.at("a/b"), march - std::chrono::seconds(1)) == nullptr);
}

TEST_CASE("every fault of a registry's price is reported at its place, and the price left out") {
  CHECK(faults_of("    {output: -1, inptu: 1}\n") ==
        "4:5 missing-key: `input` is missing\n"
        "4:14 bad-money: `output` must be a price in USD for a million tokens\n"
        "4:18 unknown-key: unknown key `inptu`\n");
  CHECK(faults_of("    {input: 1, output: 0.0000000000001, request: free}\n") ==
        "4:24 bad-money: `output` must be a price in USD for a million tokens\n"
        "4:50 bad-money: `request` must be a price in USD for one request\n");
  CHECK(faults_of("    {input: 1, output: 1, batch: 0.5, tiers: [{above: 0, input: 2}, {input: 3}]}\n") ==
        "4:34 bad-share: `batch` must be a share from 0% to 100%\n"
        "4:55 out-of-range: `above` must be a whole number from 1 to 1000000000000\n"
        "4:69 missing-key: `above` is missing\n");
  CHECK(faults_of("    {input: 1, output: 1, tiers: [{above: 9, cached_input: 2}, {above: 9, input: 1}]}\n") ==
        "4:60 bad-price: a tier of `cached_input`, which has no price below it\n");
  CHECK(faults_of("    {input: 1, output: 1, tiers: [{above: 9, input: 2}, {above: 9, input: 1}]}\n") ==
        "4:65 bad-price: a tier must be above those before it\n");
  CHECK(faults_of("    []\n") == "4:5 empty-list: the list holds no price\n");
  CHECK(faults_of("    - {from: 2026-03-01, input: 1, output: 1}\n"
                  "    - {input: 1, output: 1}\n"
                  "    - {from: 2026-02-30, input: 1, output: 1}\n"
                  "    - {from: 2026-02-01, input: 1, output: 1}\n") ==
        "5:7 missing-key: `from` is missing\n"
        "6:14 bad-date: `2026-02-30` is no day\n");
  CHECK(faults_of("    - {from: 2026-03-01, input: 1, output: 1}\n"
                  "    - {from: 2026-03-01, input: 2, output: 1}\n") ==
        "5:14 bad-price: a price must be from a later day than the one before it\n");
}
