#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "exchange/request.hpp"
#include "price/price_table.hpp"
#include "price/target_price.hpp"
#include "registry/project.hpp"

namespace promptctl {

// What models cost: as promptctl.yaml says; else the user's own table; else the table that this program was built with.
// Tables are read when a price is first looked for. A user's table with a fault is a `Failure`.
class PriceBook {
 public:
  // `user_table` gives the file's content, null when there is none; `variables` resolve ${NAME} in addresses.
  PriceBook(std::function<SourcePointer()> user_table, std::map<std::string, std::string> variables)
      : read_user_table_(std::move(user_table)), variables_(std::move(variables)) {}

  // None where nobody knows a price of the target's tokens at this time.
  std::optional<TargetPrice> find(const Target& target, const Project& project,
                                  std::chrono::system_clock::time_point at) const;

  TargetPrices find_all(const std::vector<Target>& targets, const Project& project,
                        std::chrono::system_clock::time_point at) const;

  // The nearest layer's entry for the target, priced or not.
  std::optional<ListedPrice> entry(const Target& target, const Project& project) const;

  // The entries of every provider for a model's bare name. Providers of the registry come first; of the tables, the
  // nearest that knows one of a provider's models speaks for that provider.
  std::vector<ListedPrice> entries(const std::string& model, const Project& project) const;

  // Whether the registry or a table has a provider of this name.
  bool has_provider(const std::string& name, const Project& project) const;

  // "provider/model" of every entry.
  std::vector<std::string> names(const Project& project) const;

  // The tables that are looked in, the nearest first: the user's, where there is one, and the built-in.
  const std::vector<std::pair<std::string, PriceTable>>& tables() const;

 private:
  std::function<SourcePointer()> read_user_table_;
  std::map<std::string, std::string> variables_;
  mutable std::vector<std::pair<std::string, PriceTable>> tables_;  // by layer; empty until they are needed
};

// Reads a price table, of which any fault is a `Failure` that tells the first, and how many there are.
PriceTable require_price_table(const SourcePointer& source);

}  // namespace promptctl
