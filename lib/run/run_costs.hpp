#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "price/price.hpp"

namespace promptctl {

// The mean cost of a call, its attempts that gave no answer included: what is billed. The mean is exact but for the
// last of its twelve decimals; its bounds are of Student's 95 % interval over the means of the cases, those of one
// group taken as one. None for a single case or group.
struct MeanCost {
  Usd mean;
  std::optional<Usd> low;
  std::optional<Usd> high;
  std::size_t cases = 0;  // with a known cost
};

struct CostlyCall {
  std::string case_id;
  int repeat = 1;
  Usd cost;
  std::optional<long long> input_tokens;
  std::optional<long long> output_tokens;
};

struct TagCost {
  std::string name;
  std::size_t cases = 0;
  Usd mean;  // of a call
};

// Calls of a model whose price is not known, or that did not say how many tokens they took.
struct UnpricedCalls {
  std::string target;
  std::size_t calls = 0;
};

// What a number of calls a day would cost: whole numbers of picodollars as texts, for such sums may be beyond what
// `Usd` holds. Bounds are empty where there are none.
struct Projection {
  long long per_day = 0;
  std::string daily, daily_low, daily_high;
  std::string monthly, monthly_low, monthly_high;  // of 30.4375 days
};

// The same answers, priced as another model's. Tokens are those that were recorded: another model's tokenizer and
// answers differ.
struct WhatIf {
  std::string target;
  PriceOrigin origin;  // of the price
  std::optional<Usd> total;
  std::optional<MeanCost> mean;
  std::optional<Projection> projection;
  std::string why;  // there is no figure
};

// What the calls of a run cost. Replayed replies count with what their calls cost once: a run from the cache tells what
// it would cost without.
struct RunCosts {
  std::size_t calls = 0;                  // that a model answered, now or once
  std::size_t unpriced = 0;               // among them: price or usage unknown
  std::size_t failed = 0;                 // calls that were sent and got no answer
  LostCost lost;                          // of all attempts that gave no answer
  Usd known;                              // of the priced calls
  Usd fresh;                              // of these, spent by this run; and what is known of `lost`
  Usd replayed;                           // of these, saved by cache or cassette
  std::optional<Usd> prompt_cache_saved;  // by the provider's cache of prompts, less what writing to it cost
  std::optional<MeanCost> mean;           // of the calls with a known cost, `lost` included; none without one
  std::optional<Usd> per_passed;          // the total by passed cases; none where it is not known, or none passed
  long long retries = 0;                  // attempts that failed and were repeated
  std::vector<UnpricedCalls> unknown;     // those of `unpriced`
  std::optional<CostParts> parts;         // none where today's price does not give `known`
  std::vector<CostlyCall> costly;         // at most ten, as answered
  std::vector<TagCost> tags;              // by name, as answered
  std::optional<Projection> projection;
  std::vector<WhatIf> as;

  // What is known of all calls, answered or not.
  Usd known_of_all() const { return known + lost.known; }

  // Of all calls, answered or not. None where any is unknown, or there is no call.
  std::optional<Usd> total() const {
    const bool is_known = calls + failed > 0 && unpriced == 0 && lost.unknown == 0;
    return is_known ? std::optional(known_of_all()) : std::nullopt;
  }
};

}  // namespace promptctl
