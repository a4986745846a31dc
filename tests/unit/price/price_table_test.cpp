#include "price/price_table.hpp"

#include "base/digest.hpp"
#include "base/utc.hpp"
#include "document/json.hpp"
#include "embedded/prices.hpp"
#include "price/match_logic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string found(const PriceTable& table, const std::string& target, std::string_view base_url = "") {
  const auto model = table.find(*find_target(target), base_url);
  return model ? model->provider + "/" + model->id : "none";
}

std::string input_price(const PriceTable& table, const std::string& target, std::string_view at) {
  const auto model = table.find(*find_target(target), "");
  const DatedPrice* dated = model ? price_at(model->history, *parse_utc(at)) : nullptr;
  return dated == nullptr || !dated->price.input ? "none" : decimal_text(dated->price.input->per_million);
}

PriceTable table_of(const std::string& providers) {
  Diagnostics faults;
  auto table = PriceTable::read(
      source_of(R"({"format":"promptctl-prices 1","date":"2026-01-31","source":"me","providers":)" + providers + "}"),
      faults);
  REQUIRE(described(faults).empty());
  return *std::move(table);
}

std::string faults_of(const std::string& text) {
  Diagnostics faults;
  CHECK_FALSE(PriceTable::read(source_of(text), faults));
  std::string all;
  for (const Diagnostic& fault : faults.sorted()) {
    all += std::string(fault.code) + " " + std::to_string(fault.where.column) + ": " + fault.message + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("the built-in table has no fault, a date, a source and a digest") {
  Diagnostics faults;
  CHECK(PriceTable::read(source_of(std::string(embedded::prices())), faults));
  CHECK(described(faults).empty());
  const PriceTable table = PriceTable::built_in();
  CHECK(parse_utc(table.date() + "T00:00:00Z"));
  CHECK(table.source().starts_with("@pydantic/genai-prices "));
  CHECK(table.digest() == sha256(embedded::prices()));
  CHECK(table.names().size() > 1000);
  const auto head = parse_json(embedded::prices());
  CHECK(head->find("source")->find("integrity")->text.starts_with("sha512-"));
  CHECK(head->find("source")->find("notice")->text.starts_with("The MIT License (MIT)\n\nCopyright (c) Pydantic"));
}

TEST_CASE("a model is found by its provider's name, else by the provider's address") {
  const PriceTable table = PriceTable::built_in();
  CHECK(found(table, "openai/gpt-4o-mini") == "openai/gpt-4o-mini");
  CHECK(found(table, "openai/ GPT-4o-mini-2024-07-18") == "openai/gpt-4o-mini");
  CHECK(found(table, "ours/gpt-4o-mini") == "none");
  CHECK(found(table, "ours/gpt-4o-mini", "https://api.openai.com/v1") == "openai/gpt-4o-mini");
  CHECK(found(table, "ours/gpt-4o-mini", "https://openai.com.example/v1") == "none");
  CHECK(found(table, "openai/no-such-model") == "none");
  CHECK(found(table, "azure/claude-sonnet-4-20250514") == "anthropic/claude-sonnet-4-0");  // Azure sells it too.
}

TEST_CASE("a name with a compact day means the one with dashes") {
  const PriceTable table = table_of(R"([{"id":"p","api_pattern":"x","models":[
    {"id":"m","match":{"equals":"m-2025-05-14"},"prices":{"input_mtok":1}}]}])");
  CHECK(found(table, "p/m-20250514") == "p/m");
  CHECK(found(table, "p/m-20250515") == "none");
  CHECK(found(table, "p/m-20251314") == "none");
}

TEST_CASE("the first entry that fits counts, and a model without prices has none") {
  const PriceTable table = table_of(R"([{"id":"p","api_pattern":"x","models":[
    {"id":"free","match":{"ends_with":":free"},"prices":{}},
    {"id":"all","match":{"starts_with":"m"},"prices":{"input_mtok":1,"output_mtok":2,"web_searches_kcount":10,
     "storage_searches_kcount":2}}]}])");
  CHECK(found(table, "p/m:free") == "p/free");
  CHECK_FALSE(table.find({"p", "m:free"}, "")->history.front().price.has_token_rates());
  CHECK(table.find({"p", "m"}, "")->uncounted == std::vector<std::string>{"storage_searches_kcount"});
}

TEST_CASE("prices hold from their day, at their hours, and the last that holds counts") {
  const PriceTable table =
      table_of(R"([{"id":"p","api_pattern":"x","models":[{"id":"m","match":{"equals":"m"},"prices":[
    {"prices":{"input_mtok":1}},
    {"constraint":{"type":"start_date","start_date":"2026-03-01"},"prices":{"input_mtok":2}},
    {"constraint":{"start_time":"22:00:00Z","end_time":"02:00:00Z"},"prices":{"input_mtok":3}},
    {"constraint":{"start_time":"13:30:00+01:00","end_time":"14:00:00Z"},"prices":{"input_mtok":4}}]}]}])");
  CHECK(input_price(table, "p/m", "2026-02-28T21:59:59Z") == "1.00");
  CHECK(input_price(table, "p/m", "2026-03-01T02:00:00Z") == "2.00");
  CHECK(input_price(table, "p/m", "2026-02-28T22:00:00Z") == "3.00");
  CHECK(input_price(table, "p/m", "2026-03-01T01:59:59Z") == "3.00");
  CHECK(input_price(table, "p/m", "2026-03-01T12:30:00Z") == "4.00");
  CHECK(input_price(table, "p/m", "2026-03-01T14:00:00Z") == "2.00");
}

TEST_CASE("match logic is of six kinds, of which only regular expressions heed case") {
  const auto fits = [](const char* logic, std::string_view name) { return matches(*parse_json(logic), name); };
  CHECK(fits(R"({"equals":"GPT"})", "gpt"));
  CHECK(fits(R"({"starts_with":"Gpt-"})", "gpt-4"));
  CHECK(fits(R"({"ends_with":"-4"})", "gpt-4"));
  CHECK(fits(R"({"contains":"pt"})", "gpt-4"));
  CHECK(fits(R"({"regex":"^g.t-\\d$"})", "gpt-4"));
  CHECK_FALSE(fits(R"({"regex":"GPT"})", "gpt-4"));
  CHECK(fits(R"({"or":[{"equals":"x"},{"and":[{"contains":"g"},{"contains":"4"}]}]})", "gpt-4"));
  CHECK_FALSE(fits(R"({"and":[]})", "gpt-4"));
  CHECK_FALSE(fits(R"({"or":[]})", "gpt-4"));
  CHECK_FALSE(fits(R"({"regex":"("})", "gpt-4"));
}

TEST_CASE("a list of providers is a table too, without a date") {
  Diagnostics faults;
  const auto table = PriceTable::read(
      source_of(R"([{"id":"p","api_pattern":"x","models":[{"id":"m","match":{"equals":"m"},"prices":{}}]}])"), faults);
  REQUIRE(table);
  CHECK(table->date().empty());
  CHECK(table->names() == std::vector<std::string>{"p/m"});
}

TEST_CASE("every fault of a table is reported at its place") {
  CHECK(faults_of("[]") == "empty-list 1: the table holds no provider\n");
  CHECK(faults_of("7") == "wrong-kind 1: expected a map, not a number\n");
  CHECK(faults_of(R"({"format":"promptctl-prices 2","date":"today","providers":[{}]})") ==
        "unknown-format 11: this promptctl reads `promptctl-prices 1`\n"
        "bad-date 39: `today` is no day\n"
        "missing-key 60: `id` is missing\n"
        "missing-key 60: `api_pattern` is missing\n"
        "missing-key 60: `models` is missing\n");
  const auto of_model = [](const std::string& model) {
    return faults_of(R"([{"id":"p","api_pattern":"x","models":[)" + model + "]}]");
  };
  CHECK(of_model(R"({"id":"m","match":{"is":"m"},"prices":{}})") == "unknown-key 59: unknown key `is`\n");
  CHECK(of_model(R"({"id":"m","match":{"equals":["m"]},"prices":{}})") ==
        "wrong-kind 68: `equals` must be text, not a list\n");
  CHECK(of_model(R"({"id":"m","match":{"equals":"m","or":[]},"prices":{}})") ==
        "wrong-kind 58: `match` must be a map of one key\n");
  CHECK(of_model(R"({"id":"m","match":{"equals":"m"},"prices":{"input_mtok":"1"}})") ==
        "bad-money 96: a price must be a number of US dollars, 0 or more\n");
  CHECK(of_model(R"({"id":"m","match":{"equals":"m"},"prices":{"input_mtok":{"base":1,"tiers":[{"start":-1}]}}})") ==
        "missing-key 115: `price` is missing\n"
        "out-of-range 124: `start` must be a whole number from 0 to 1000000000000\n");
  CHECK(of_model(
            R"({"id":"m","match":{"equals":"m"},"prices":[{"constraint":{"start_time":"9:00","end_time":"12:00:00Z"},)"
            R"("prices":{}}]})") == "bad-date 111: `9:00` is no time of day\n");
}
