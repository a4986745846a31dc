#include "price/price_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utc.hpp"
#include "document/field_reader.hpp"
#include "price/money.hpp"

namespace promptctl {
namespace {

constexpr long long most_tokens = 1'000'000'000'000;
constexpr std::string_view requests_unit = "requests_kcount";
constexpr std::string_view searches_unit = "web_searches_kcount";

struct Unit {
  std::string_view name;
  std::optional<Rate> Price::* rate;
};

constexpr std::array<Unit, 10> units{{
    {"input_mtok", &Price::input},
    {"cache_read_mtok", &Price::cached_input},
    {"cache_write_mtok", &Price::cache_write},
    {"cache_write_1h_mtok", &Price::cache_write_1h},
    {"input_audio_mtok", &Price::input_audio},
    {"cache_audio_read_mtok", &Price::cached_audio},
    {"output_mtok", &Price::output},
    {"output_reasoning_mtok", &Price::reasoning},
    {"output_audio_mtok", &Price::output_audio},
    {"output_image_mtok", &Price::output_image},
}};

const auto* find_unit(std::string_view name) {
  return std::find_if(units.begin(), units.end(), [name](const Unit& unit) { return unit.name == name; });
}

std::optional<Usd> amount(const Value& value, Diagnostics& diagnostics) {
  const auto usd = value.is_number() ? read_amount(value.text) : std::nullopt;
  if (!usd) {
    diagnostics.error("bad-money", value.where, "a price must be a number of US dollars, 0 or more");
  }
  return usd;
}

void read_tier(const Value& value, Rate& rate, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  fields.required_value("start");
  const auto start = fields.optional_integer("start", 0, most_tokens);
  const Value* price = fields.required_value("price");
  const auto usd = price == nullptr ? std::nullopt : amount(*price, diagnostics);
  fields.finish();
  if (start && usd) {
    rate.tiers.push_back({*start, *usd});
  }
}

std::optional<Rate> read_rate(const Value& value, Diagnostics& diagnostics) {
  if (!value.is_map()) {
    const auto usd = amount(value, diagnostics);
    return usd ? std::optional(Rate{*usd}) : std::nullopt;
  }
  FieldReader fields(value, diagnostics);
  const Value* base = fields.required_value("base");
  const auto usd = base == nullptr ? std::nullopt : amount(*base, diagnostics);
  fields.required_value("tiers");
  const Value* tiers = fields.optional_list("tiers");
  fields.finish();
  if (!usd || tiers == nullptr) {
    return std::nullopt;
  }
  Rate rate{*usd};
  for (const Value& tier : tiers->items) {
    read_tier(tier, rate, diagnostics);
  }
  std::sort(rate.tiers.begin(), rate.tiers.end(), [](const Tier& a, const Tier& b) { return a.above < b.above; });
  return rate;
}

Price read_price(const Value& map, Diagnostics& diagnostics) {
  Price price;
  for (const Field& field : map.fields) {
    const auto rate = read_rate(field.value, diagnostics);
    const auto* unit = find_unit(field.name);
    if (unit != units.end()) {
      price.*unit->rate = rate;
    } else if (rate && field.name == requests_unit) {
      price.per_thousand_requests = rate->per_million;
    } else if (rate && field.name == searches_unit) {
      price.per_thousand_searches = rate->per_million;
    }
  }
  return price;
}

// "16:30:00Z" or "01:30:00+01:00", as seconds of the day in UTC.
std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
  constexpr std::string_view any_day = "2000-01-02T";
  constexpr std::size_t clock = 8;  // "16:30:00"
  const auto time = parse_utc(fmt::format("{}{}Z", any_day, text.substr(0, clock)));
  if (!time || text.size() < clock + 1) {
    return std::nullopt;
  }
  std::chrono::seconds seconds = std::chrono::floor<std::chrono::seconds>(time->time_since_epoch());
  const std::string_view zone = text.substr(clock);
  if (zone != "Z") {
    const auto offset = parse_utc(fmt::format("{}{}:00Z", any_day, zone.substr(1)));
    if (!offset || (zone.front() != '+' && zone.front() != '-')) {
      return std::nullopt;
    }
    const auto ahead = std::chrono::floor<std::chrono::seconds>(offset->time_since_epoch() % std::chrono::days(1));
    seconds -= zone.front() == '+' ? ahead : -ahead;
  }
  return seconds % std::chrono::days(1);
}

std::chrono::seconds required_time(FieldReader& fields, std::string_view name) {
  const std::string text = fields.required_text(name);
  const auto seconds = time_of_day(text);
  if (!seconds && !text.empty()) {
    fields.diagnostics().error("bad-date", fields.map().find(name)->where, fmt::format("`{}` is no time of day", text),
                               "write it with its zone: 16:30:00Z");
  }
  return seconds.value_or(std::chrono::seconds(0));
}

// What kind it is of shows in its keys; `type` says it too, in newer tables.
void read_constraint(const Value& value, DatedPrice& dated, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  const bool is_daily = value.find("start_time") != nullptr;
  fields.optional_choice("type", {is_daily ? "time_of_date" : "start_date"});
  if (is_daily) {
    dated.daily = DailyHours{required_time(fields, "start_time"), required_time(fields, "end_time")};
  } else {
    const std::string text = fields.required_text("start_date");
    const auto day = parse_utc(text + "T00:00:00Z");
    dated.from = day ? std::optional(std::chrono::floor<std::chrono::days>(*day)) : std::nullopt;
    if (!day && !text.empty()) {
      diagnostics.error("bad-date", value.find("start_date")->where, fmt::format("`{}` is no day", text),
                        "write it as 2026-01-31");
    }
  }
  fields.finish();
}

DatedPrice read_dated(const Value& value, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  DatedPrice dated;
  if (const Value* constraint = fields.optional_map("constraint")) {
    read_constraint(*constraint, dated, diagnostics);
  }
  fields.required_value("prices");
  if (const Value* prices = fields.optional_map("prices")) {
    dated.price = read_price(*prices, diagnostics);
  }
  fields.finish();
  return dated;
}

void add_uncounted(const Value& rates, std::set<std::string>& names) {
  for (const Field& field : rates.fields) {
    if (field.name != requests_unit && field.name != searches_unit && find_unit(field.name) == units.end()) {
      names.insert(field.name);
    }
  }
}

}  // namespace

PriceHistory read_price_history(const Value& prices, Diagnostics& diagnostics) {
  PriceHistory history;
  if (prices.is_map()) {
    history.push_back({{}, {}, read_price(prices, diagnostics)});
  } else if (prices.is_list()) {
    for (const Value& item : prices.items) {
      history.push_back(read_dated(item, diagnostics));
    }
  } else {
    diagnostics.error("wrong-kind", prices.where,
                      fmt::format("`prices` must be a map or a list of maps, not {}", kind_name(prices.kind)));
  }
  return history;
}

std::vector<std::string> uncounted_units(const Value& prices) {
  std::set<std::string> names;
  add_uncounted(prices, names);
  for (const Value& item : prices.items) {
    if (const Value* map = item.find("prices")) {
      add_uncounted(*map, names);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace promptctl
