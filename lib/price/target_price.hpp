#pragma once

#include <map>
#include <string>

#include "price/price.hpp"
#include "price/price_table.hpp"

namespace promptctl {

// What a target costs, and who says so.
struct TargetPrice {
  Price price;
  PriceOrigin origin;
};

using TargetPrices = std::map<std::string, TargetPrice>;  // by target name; without those that nobody knows

// A price with all that its table says of the model.
struct ListedPrice {
  PricedModel model;
  PriceOrigin origin;
};

// Null where `prices` has none of the target.
const Price* price_of(const TargetPrices& prices, const std::string& target);

// SHA-256 of the canonical JSON of what a token of each kind costs: equal for equal prices, wherever they come from.
std::string price_digest(const Price& price);

}  // namespace promptctl
