#include "price/price_settings.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/utc.hpp"
#include "document/field_reader.hpp"
#include "exchange/request.hpp"

namespace promptctl {
namespace {

constexpr long long most_tokens = 1'000'000'000'000;

// Money is never read as binary floating point: its literal is.
std::optional<Usd> read_usd(FieldReader& fields, std::string_view name, std::string_view of_what) {
  const Value* value = fields.optional_value(name);
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto usd = value->is_number() || value->is_text() ? Usd::parse(value->text) : std::nullopt;
  if (!usd) {
    fields.diagnostics().error("bad-money", value->where,
                               fmt::format("`{}` must be a price in USD for {}", name, of_what),
                               "write a decimal with at most twelve decimals: 0.15");
  }
  return usd;
}

std::optional<Usd> read_rate(FieldReader& fields, std::string_view name) {
  return read_usd(fields, name, "a million tokens");
}

void read_tier(const Value& value, Price& price, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  fields.required_value("above");
  const auto above = fields.optional_integer("above", 1, most_tokens);
  for (const RateKind& kind : rate_kinds()) {
    const auto usd = read_rate(fields, kind.name);
    std::optional<Rate>& rate = price.*kind.rate;
    if (usd && !rate) {
      diagnostics.error("bad-price", value.find(kind.name)->where,
                        fmt::format("a tier of `{}`, which has no price below it", kind.name),
                        fmt::format("write `{}` beside `tiers` too", kind.name));
    } else if (usd && above && !rate->tiers.empty() && rate->tiers.back().above >= *above) {
      diagnostics.error("bad-price", value.find("above")->where, "a tier must be above those before it");
    } else if (usd && above) {
      rate->tiers.push_back({*above, *usd});
    }
  }
  fields.finish();
}

std::optional<long long> read_millionths(FieldReader& fields, std::string_view name) {
  constexpr double whole = 1e6;
  const auto share = fields.optional_share(name);
  return share ? std::optional(std::llround(*share * whole)) : std::nullopt;
}

Price read_rates(FieldReader& fields) {
  Price price;
  fields.required_value("input");
  fields.required_value("output");
  for (const RateKind& kind : rate_kinds()) {
    if (const auto usd = read_rate(fields, kind.name)) {
      price.*kind.rate = Rate{*usd};
    }
  }
  constexpr std::int64_t a_thousand = 1000;
  price.per_thousand_requests = read_usd(fields, "request", "one request").value_or(Usd()).times(a_thousand);
  if (const auto search = read_usd(fields, "search", "one search")) {
    price.per_thousand_searches = search->times(a_thousand);
  }
  price.batch_millionths = read_millionths(fields, "batch");
  if (const Value* tiers = fields.optional_list("tiers")) {
    for (const Value& tier : tiers->items) {
      read_tier(tier, price, fields.diagnostics());
    }
  }
  return price;
}

std::optional<std::chrono::sys_days> read_day(FieldReader& fields, std::string_view name) {
  const auto text = fields.optional_text(name);
  const auto day = text ? parse_utc(*text + "T00:00:00Z") : std::nullopt;
  if (text && !day) {
    fields.diagnostics().error("bad-date", fields.map().find(name)->where, fmt::format("`{}` is no day", *text),
                               "write the first day of the price: 2026-01-31");
  }
  return day ? std::optional(std::chrono::floor<std::chrono::days>(*day)) : std::nullopt;
}

DatedPrice read_dated(const Value& value, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  DatedPrice dated;
  dated.from = read_day(fields, "from");
  dated.price = read_rates(fields);
  fields.finish();
  return dated;
}

// A day that could not be read is in no order.
bool is_no_later(const std::optional<std::chrono::sys_days>& day, const std::optional<std::chrono::sys_days>& before) {
  return day && before && *day <= *before;
}

// Later prices stand later, so that a list reads as what happened.
void check_order(const Value& list, const PriceHistory& history, Diagnostics& diagnostics) {
  for (std::size_t at = 1; at < history.size(); ++at) {
    const Value* from = list.items[at].find("from");
    if (from == nullptr && list.items[at].is_map()) {
      diagnostics.error("missing-key", list.items[at].where, "`from` is missing", "only the first price may lack it");
    } else if (is_no_later(history[at].from, history[at - 1].from)) {
      diagnostics.error("bad-price", from->where, "a price must be from a later day than the one before it");
    }
  }
}

PriceHistory read_history(const Value& value, Diagnostics& diagnostics) {
  if (!value.is_list()) {
    return {read_dated(value, diagnostics)};
  }
  PriceHistory history;
  for (const Value& item : value.items) {
    history.push_back(read_dated(item, diagnostics));
  }
  if (history.empty()) {
    diagnostics.error("empty-list", value.where, "the list holds no price");
  }
  check_order(value, history, diagnostics);
  return history;
}

}  // namespace

std::map<std::string, PriceHistory> read_price_settings(const Value& map, Diagnostics& diagnostics) {
  std::map<std::string, PriceHistory> prices;
  for (const Field& field : map.fields) {
    const std::size_t errors_before = diagnostics.errors();
    if (!find_target(field.name)) {
      diagnostics.error("bad-target", field.where, fmt::format("`{}` names no provider", field.name),
                        "write provider/model: openai/gpt-4o-mini");
    }
    PriceHistory history = read_history(field.value, diagnostics);
    if (diagnostics.errors() == errors_before) {
      prices.emplace(field.name, std::move(history));
    }
  }
  return prices;
}

}  // namespace promptctl
