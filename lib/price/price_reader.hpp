#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "price/price.hpp"

namespace promptctl {

// Prices as a table writes them (docs/prices.md): a map of units, or a list of such maps with when each holds.

// Faults go to `diagnostics`, and what they are of is left out.
PriceHistory read_price_history(const Value& prices, Diagnostics& diagnostics);

// The units that the table prices and promptctl does not count, such as `web_searches_kcount`; sorted.
std::vector<std::string> uncounted_units(const Value& prices);

}  // namespace promptctl
