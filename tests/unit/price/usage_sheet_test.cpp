// Holds what calls cost to a sheet that was worked out by hand: tests/unit/price/usage_sheet.yaml.

#include <filesystem>

#include "base/utc.hpp"
#include "document/json.hpp"
#include "document/yaml.hpp"
#include "price/cost.hpp"
#include "price/price_table.hpp"
#include "provider/usage_body.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

Value read_sheet() {
  const auto path = std::filesystem::path(SOURCE_ROOT) / "tests/unit/price/usage_sheet.yaml";
  Diagnostics faults;
  auto sheet = read_yaml(std::make_shared<const Source>(path.string(), testing::read_text(path)), faults);
  REQUIRE(faults.all().empty());
  return *std::move(sheet);
}

std::string text_at(const Value& row, std::string_view name) {
  return row.find(name)->text;
}

// "input 19 at 2.00, output 10 at 8.00": as the sheet has it.
std::string written(const Value& row) {
  std::string text;
  const Value& tokens = *row.find("tokens");
  for (const Field& kind : tokens.fields) {
    const auto rate = Usd::parse(row.find("usd_a_million")->find(kind.name)->text);
    text += kind.name + " " + kind.value.text + " at " + decimal_text(*rate) + ", ";
  }
  return text;
}

// The same, as it was charged.
std::string charged(const CostParts& parts, const Price& price, long long input_tokens) {
  std::string text;
  for (std::size_t kind = 0; kind < rate_kinds().size(); ++kind) {
    if (const long long count = parts.by_kind.at(kind).count; count > 0) {
      const Usd rate = (price.*rate_kinds()[kind].rate)->at(input_tokens);
      text += std::string(cost_kind_name(kind)) + " " + std::to_string(count) + " at " + decimal_text(rate) + ", ";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("real usage of eleven providers costs what the published prices come to, to the last digit") {
  const PriceTable table = PriceTable::built_in();
  const Value sheet = read_sheet();
  CHECK(sheet.items.size() >= 20);
  for (const Value& row : sheet.items) {
    INFO(text_at(row, "call"));
    const auto model = table.find(*find_target(text_at(row, "model")), "");
    REQUIRE(model);
    const DatedPrice* dated = price_at(model->history, *parse_utc(text_at(row, "at")));
    REQUIRE(dated != nullptr);
    const Usage usage = usage_in(*parse_json(text_at(row, "reply")));
    const auto parts = cost_parts(usage, &dated->price);
    REQUIRE(parts);
    CHECK(charged(*parts, dated->price, *usage.input) == written(row));
    CHECK(decimal_text(parts->total) == text_at(row, "usd"));
  }
}
