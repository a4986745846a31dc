#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"

namespace promptctl {

// A price that holds for every token of a call with more input tokens than `above`.
struct Tier {
  long long above = 0;
  Usd per_million;

  bool operator==(const Tier&) const = default;
};

// What one kind of token costs. Tiers are in order of `above`; the last that a call passes holds.
struct Rate {
  Usd per_million;
  std::vector<Tier> tiers = {};

  Usd at(long long input_tokens) const;
  bool operator==(const Rate&) const = default;
};

// What a model costs. A kind without a rate of its own is charged as the kind that it is part of (docs/prices.md).
struct Price {
  std::optional<Rate> input = {};
  std::optional<Rate> cached_input = {};
  std::optional<Rate> cache_write = {};
  std::optional<Rate> cache_write_1h = {};
  std::optional<Rate> input_audio = {};
  std::optional<Rate> cached_audio = {};
  std::optional<Rate> output = {};
  std::optional<Rate> reasoning = {};
  std::optional<Rate> output_audio = {};
  std::optional<Rate> output_image = {};
  Usd per_thousand_requests = {};
  std::optional<Usd> per_thousand_searches = {};
  std::optional<long long> batch_millionths = {};  // a batched call's share of this price: 500,000 is half

  bool operator==(const Price&) const = default;

  // Whether tokens cost anything that is known; without, a cost is unknown and not 0.
  bool has_token_rates() const { return input || output; }
};

// One of the rates above, by the member's name, which promptctl.yaml uses as well.
struct RateKind {
  std::string_view name;
  std::optional<Rate> Price::* rate;
};

// All of them, in the order above: also that of `CostParts`.
std::span<const RateKind> rate_kinds();

// Hours of every day, in UTC; `end` is not part of them. An `end` before `start` is the next day's.
struct DailyHours {
  std::chrono::seconds start{0};
  std::chrono::seconds end{0};

  bool operator==(const DailyHours&) const = default;
};

struct DatedPrice {
  std::optional<std::chrono::sys_days> from = {};  // the first day, in UTC; none: always
  std::optional<DailyHours> daily = {};            // none: the whole day
  Price price;

  bool holds_at(std::chrono::system_clock::time_point time) const;
  bool operator==(const DatedPrice&) const = default;
};

// What a model costs and has cost: of those that hold at a time, the last counts.
using PriceHistory = std::vector<DatedPrice>;

// Null when none holds.
const DatedPrice* price_at(const PriceHistory& history, std::chrono::system_clock::time_point time);

// Where a price was found.
struct PriceOrigin {
  std::string layer;   // "registry" (promptctl.yaml), "user", "built-in"; empty: no price was found
  std::string date;    // of the table: "2026-01-31"; empty for a registry's
  std::string digest;  // SHA-256 of the table's bytes; empty for a registry's

  bool operator==(const PriceOrigin&) const = default;
};

// One kind's part of a cost. The last two kinds count searches and requests, not tokens.
struct CostPart {
  long long count = 0;
  Usd usd;
};

constexpr std::size_t cost_kinds = 12;

// What calls cost, kind by kind: those of `rate_kinds`, then searches, then requests. Each is rounded for itself and
// the total once, which matters only where a rate has more than six decimals.
struct CostParts {
  std::array<CostPart, cost_kinds> by_kind;
  Usd total;

  CostParts& operator+=(const CostParts& other);
};

// What attempts cost that gave no answer.
struct LostCost {
  Usd known = {};
  int unknown = 0;  // attempts that may be charged for, and nobody says how much

  LostCost& operator+=(const LostCost& other);
  bool operator==(const LostCost&) const = default;
};

// "input", … as `rate_kinds`; the last are "searches" and "requests".
std::string_view cost_kind_name(std::size_t kind);

}  // namespace promptctl
