#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/output/price_listing.hpp"
#include "exchange/response.hpp"

namespace promptctl::cli {

// One call of which the usage is known.
struct CallCost {
  int line = 0;  // where its JSON starts
  Usage usage;
  std::optional<CostParts> parts;  // none: unknown
  std::optional<Usd> total;        // as charged: in a batch, its share
};

struct CallCosts {
  PriceListing listing;
  PriceOrigin origin;
  bool batch = false;
  std::vector<CallCost> calls;
  CostParts sum;  // of the calls whose cost is known
  Usd total;      // of these, as charged

  std::size_t unknown() const;
};

// What each call costs whose reply, or the `usage` of it, is in `bodies`: one JSON document (a list is one call an
// item) or one a line. Faults go to `diagnostics`: what is no JSON, what says nothing of usage (`no-usage`), and
// `--batch` for a price that says nothing of batches (`unknown-price`).
CallCosts cost_calls(const PriceListing& listing, const DatedPrice& dated, bool batch, const SourcePointer& bodies,
                     Diagnostics& diagnostics);

std::string costs_text(const CallCosts& costs, const ReportStyle& style);
Value costs_value(const CallCosts& costs);

}  // namespace promptctl::cli
