#include "cli/output/price_listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "document/figure_value.hpp"
#include "report/text/table_text.hpp"
#include "run/provenance_record.hpp"

namespace promptctl::cli {
namespace {

constexpr std::size_t minute_digits = 5;  // "16:30"
constexpr std::size_t day_digits = 10;

std::string day_text(std::chrono::sys_days day) {
  return utc_text(day).substr(0, day_digits);
}

std::string minutes_text(std::chrono::seconds of_day) {
  return utc_text(std::chrono::sys_days() + of_day).substr(day_digits + 1, minute_digits);
}

std::string when_text(const DatedPrice& dated) {
  std::string text = dated.from ? fmt::format("from {}", day_text(*dated.from)) : "";
  if (dated.daily) {
    text += fmt::format("{}every day {} to {} UTC", text.empty() ? "" : ", ", minutes_text(dated.daily->start),
                        minutes_text(dated.daily->end));
  }
  return text.empty() ? "at other times" : text;
}

// The sizes of call at which any rate changes.
std::set<long long> tiers_of(const Price& price) {
  std::set<long long> all;
  for (const RateKind& kind : rate_kinds()) {
    const Rate rate = (price.*kind.rate).value_or(Rate());
    for (const Tier& tier : rate.tiers) {
      all.insert(tier.above);
    }
  }
  return all;
}

Table price_table(const Price& price) {
  const std::set<long long> tiers = tiers_of(price);
  Table table;
  table.columns = {{"kind"}, {"USD a million", true}};
  for (const long long above : tiers) {
    table.columns.push_back({fmt::format("above {} input tokens", grouped(above)), true});
  }
  for (const RateKind& kind : rate_kinds()) {
    const auto& rate = price.*kind.rate;
    if (!rate) {
      continue;
    }
    std::vector<TableCell> row{{std::string(kind.name)}, {decimal_text(rate->per_million)}};
    for (const long long above : tiers) {
      row.push_back({decimal_text(rate->at(above + 1))});
    }
    table.rows.push_back(std::move(row));
  }
  const auto add_thousand = [&table](std::string_view what, Usd usd) {
    table.rows.push_back({{fmt::format("thousand {}", what)}, {decimal_text(usd)}});
    table.rows.back().resize(table.columns.size());
  };
  if (price.per_thousand_searches) {
    add_thousand("searches", *price.per_thousand_searches);
  }
  if (price.per_thousand_requests != Usd()) {
    add_thousand("requests", price.per_thousand_requests);
  }
  return table;
}

std::string price_text(const Price& price, const ReportStyle& style) {
  const Table table = price_table(price);
  std::string text = table.rows.empty() ? "  no price is known\n" : table_text(table, style);
  if (price.batch_millionths) {
    constexpr double millionths_a_percent = 1e4;
    text += fmt::format("  in a batch: {}% of that\n",
                        number_text(static_cast<double>(*price.batch_millionths) / millionths_a_percent));
  }
  return text;
}

Value rate_value(const Rate& rate) {
  Value tiers = list_value({});
  for (const Tier& tier : rate.tiers) {
    tiers.items.push_back(map_value()
                              .set("above", integer_value(tier.above))
                              .set("usd_per_million", text_value(decimal_text(tier.per_million))));
  }
  return map_value().set("usd_per_million", text_value(decimal_text(rate.per_million))).set("tiers", std::move(tiers));
}

Value dated_value(const DatedPrice& dated, bool holds) {
  Value rates = map_value();
  for (const RateKind& kind : rate_kinds()) {
    if (const auto& rate = dated.price.*kind.rate) {
      rates.set(std::string(kind.name), rate_value(*rate));
    }
  }
  constexpr double millionths = 1e6;
  const auto& batch = dated.price.batch_millionths;
  return map_value()
      .set("from", dated.from ? text_value(day_text(*dated.from)) : Value())
      .set("daily",
           dated.daily ? texts_value({minutes_text(dated.daily->start), minutes_text(dated.daily->end)}) : Value())
      .set("holds", boolean_value(holds))
      .set("rates", std::move(rates))
      .set("usd_per_thousand_searches", cost_value(dated.price.per_thousand_searches))
      .set("usd_per_thousand_requests", text_value(decimal_text(dated.price.per_thousand_requests)))
      .set("batch_share", batch ? number_value(static_cast<double>(*batch) / millionths) : Value());
}

std::string entry_name(const PriceListing& listing) {
  return fmt::format("{}/{}", listing.listed.model.provider, listing.listed.model.id);
}

}  // namespace

std::string origin_text(const PriceOrigin& origin) {
  return origin.digest.empty() ? "  promptctl.yaml\n"
                               : fmt::format("  {} table of {}, sha256 {}\n", origin.layer, origin.date, origin.digest);
}

std::string listing_text(const PriceListing& listing, std::chrono::system_clock::time_point at,
                         const ReportStyle& style) {
  const PricedModel& model = listing.listed.model;
  const std::string entry = entry_name(listing);
  std::string text = listing.asked == entry || listing.asked == model.id
                         ? entry + "\n"
                         : fmt::format("{}: {}\n", listing.asked, entry);
  const DatedPrice* holds = price_at(model.history, at);
  for (const DatedPrice& dated : model.history) {
    if (model.history.size() > 1) {
      text += fmt::format("  {}{}:\n", when_text(dated), &dated == holds ? " (in force)" : "");
    }
    text += price_text(dated.price, style);
  }
  if (!model.uncounted.empty()) {
    text += fmt::format("  charged for and not counted: {}\n", join(model.uncounted, ", "));
  }
  return text + origin_text(listing.listed.origin);
}

Value listing_value(const PriceListing& listing, std::chrono::system_clock::time_point at) {
  const PricedModel& model = listing.listed.model;
  const DatedPrice* holds = price_at(model.history, at);
  Value prices = list_value({});
  for (const DatedPrice& dated : model.history) {
    prices.items.push_back(dated_value(dated, &dated == holds));
  }
  return map_value()
      .set("asked", text_value(listing.asked))
      .set("model", text_value(entry_name(listing)))
      .set("table", price_origin_value(listing.listed.origin))
      .set("prices", std::move(prices))
      .set("uncounted", texts_value(model.uncounted));
}

}  // namespace promptctl::cli
