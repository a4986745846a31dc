#include "price/target_price.hpp"

#include "base/digest.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

std::string per_token(Usd per_million) {
  constexpr std::size_t decimals = 18;
  return decimal_text(std::to_string(per_million.picodollars()), decimals);
}

Value rate_value(const Rate& rate) {
  if (rate.tiers.empty()) {
    return text_value(per_token(rate.per_million));
  }
  Value tiers = list_value({text_value(per_token(rate.per_million))});
  for (const Tier& tier : rate.tiers) {
    tiers.items.push_back(
        map_value().set("above", integer_value(tier.above)).set("usd", text_value(per_token(tier.per_million))));
  }
  return tiers;
}

}  // namespace

const Price* price_of(const TargetPrices& prices, const std::string& target) {
  const auto found = prices.find(target);
  return found == prices.end() ? nullptr : &found->second.price;
}

std::string price_digest(const Price& price) {
  Price charged = price;
  charged.cached_input = price.cached_input ? price.cached_input : price.input;
  Value map = map_value();
  for (const RateKind& kind : rate_kinds()) {
    if (const auto& rate = charged.*kind.rate) {
      map.set(std::string(kind.name), rate_value(*rate));
    }
  }
  if (price.per_thousand_requests != Usd()) {
    map.set("thousand_requests", text_value(decimal_text(price.per_thousand_requests)));
  }
  if (price.per_thousand_searches) {
    map.set("thousand_searches", text_value(decimal_text(*price.per_thousand_searches)));
  }
  return sha256(canonical_json(map));
}

}  // namespace promptctl
