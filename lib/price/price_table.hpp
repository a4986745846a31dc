#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "exchange/request.hpp"
#include "price/price.hpp"

namespace promptctl {

// An entry of a price table.
struct PricedModel {
  std::string provider;
  std::string id;
  PriceHistory history;
  std::vector<std::string> uncounted;  // what the model is charged for besides, that no cost counts
};

// What many providers charge for their models, by date (docs/prices.md). Cheap to copy.
class PriceTable {
 public:
  // Reads a table of promptctl's format, or the list of providers that is in it, and reports every fault of it; none
  // after any.
  static std::optional<PriceTable> read(const SourcePointer& source, Diagnostics& diagnostics);

  // The one that this program was built with.
  static PriceTable built_in();

  // The model of a target: of the provider whose id is the target's provider; else of the one whose address
  // `base_url` is. None for a model that the table does not know.
  std::optional<PricedModel> find(const Target& target, std::string_view base_url) const;

  // The models of every provider that this name means, providers in the table's order.
  std::vector<PricedModel> find_everywhere(std::string_view model) const;

  bool has_provider(std::string_view id) const;

  // "provider/id" of every model.
  std::vector<std::string> names() const;

  const std::string& date() const;    // of the prices, or of their being published: "2026-01-31"; empty: not said
  const std::string& source() const;  // what it was made from; may be empty
  const std::string& digest() const;  // SHA-256 of its bytes

 private:
  struct Content;
  explicit PriceTable(std::shared_ptr<const Content> content);

  std::shared_ptr<const Content> content_;
};

}  // namespace promptctl
