#include "price/cost.hpp"

#include <algorithm>
#include <array>

#include "price/exact.hpp"

namespace promptctl {
namespace {

constexpr long long tokens_priced = 1'000'000;
constexpr long long thousand = 1'000;  // requests, or searches

// How many tokens are charged at each rate; all that have no rate of their own are in what they are part of.
struct Charged {
  long long input = 0, cached = 0, written = 0, written_1h = 0, audio = 0, cached_audio = 0;
  long long output = 0, reasoning = 0, output_audio = 0, output_image = 0;

  // In the order of `rate_kinds`.
  std::array<long long, cost_kinds - 2> counts() const {
    return {input, cached, written, written_1h, audio, cached_audio, output, reasoning, output_audio, output_image};
  }

  bool is_sensible() const {
    const auto all = counts();
    return std::all_of(all.begin(), all.end(), [](long long count) { return count >= 0; });
  }
};

// A kind that is charged apart.
long long apart(const std::optional<long long>& count, const std::optional<Rate>& rate) {
  return rate ? count.value_or(0) : 0;
}

// Tokens that are both cached and audio: as many as the provider says, else as few as there must be.
long long overlap(const Usage& usage) {
  const long long both = usage.cached.value_or(0) + usage.input_audio.value_or(0);
  return usage.cached_audio.value_or(std::max(0LL, both - usage.input.value_or(0)));
}

Charged charge(const Usage& usage, const Price& price) {
  Charged charged;
  charged.written_1h = apart(usage.cache_write_1h, price.cache_write_1h);
  charged.written = price.cache_write ? usage.cache_write.value_or(0) - charged.written_1h : 0;
  charged.cached = apart(usage.cached, price.cached_input);
  charged.audio = apart(usage.input_audio, price.input_audio);
  if (price.cached_audio) {
    charged.cached_audio = overlap(usage);
    charged.cached -= price.cached_input ? charged.cached_audio : 0;
  }
  if (price.input_audio && (price.cached_input || price.cached_audio)) {
    charged.audio -= overlap(usage);
  }
  charged.input = usage.input.value_or(0) - charged.cached - charged.cached_audio - charged.audio - charged.written -
                  charged.written_1h;
  charged.reasoning = apart(usage.reasoning, price.reasoning);
  charged.output_audio = apart(usage.output_audio, price.output_audio);
  charged.output_image = apart(usage.output_image, price.output_image);
  charged.output = usage.output.value_or(0) - charged.reasoning - charged.output_audio - charged.output_image;
  return charged;
}

bool is_part_of(const std::optional<long long>& part, const std::optional<long long>& whole) {
  return !part || !whole || *part <= *whole;
}

// Counts that contradict each other are no counts to charge by.
bool are_consistent(const Usage& usage) {
  return is_part_of(usage.cached, usage.input) && is_part_of(usage.cache_write, usage.input) &&
         is_part_of(usage.cache_write_1h, usage.cache_write) && is_part_of(usage.input_audio, usage.input) &&
         is_part_of(usage.cached_audio, usage.cached) && is_part_of(usage.cached_audio, usage.input_audio) &&
         is_part_of(usage.reasoning, usage.output) && is_part_of(usage.output_audio, usage.output) &&
         is_part_of(usage.output_image, usage.output);
}

// Whether a price for every token used is known, and every count that has a price.
bool is_known(const Usage& usage, const Price& price, const Charged& charged) {
  const bool counted = (usage.input || !price.input) && (usage.output || !price.output);
  const bool priced = (price.input || charged.input == 0) && (price.output || charged.output == 0);
  const bool has_no_images = price.output_image || usage.output_image.value_or(0) == 0;
  const bool has_no_searches = price.per_thousand_searches || usage.searches.value_or(0) == 0;
  const bool has_no_extras = has_no_images && has_no_searches && usage.unpriced.value_or(0) == 0;
  return counted && priced && has_no_extras && are_consistent(usage) && charged.is_sensible();
}

}  // namespace

std::optional<CostParts> cost_parts(const Usage& usage, const Price* price) {
  if (price == nullptr || !price->has_token_rates()) {
    return std::nullopt;
  }
  const Charged charged = charge(usage, *price);
  if (!is_known(usage, *price, charged)) {
    return std::nullopt;
  }
  CostParts parts;
  exact::Integer sum = 0;  // in millionths of a picodollar
  std::size_t kind = 0;
  for (const long long count : charged.counts()) {
    const auto& rate = price->*rate_kinds()[kind].rate;
    const Usd per_million = rate ? rate->at(usage.input.value_or(0)) : Usd();
    const exact::Integer cost = exact::Integer(per_million.picodollars()) * count;
    parts.by_kind.at(kind++) = {count, exact::usd(cost, tokens_priced)};
    sum += cost;
  }
  const auto add_thousandth = [&](long long count, Usd per_thousand) {
    const exact::Integer cost = exact::Integer(per_thousand.picodollars()) * count;
    parts.by_kind.at(kind++) = {count, exact::usd(cost, thousand)};
    sum += cost * (tokens_priced / thousand);
  };
  add_thousandth(usage.searches.value_or(0), price->per_thousand_searches.value_or(Usd()));
  add_thousandth(1, price->per_thousand_requests);
  parts.total = exact::usd(sum, tokens_priced);
  return parts;
}

std::optional<Usd> cost_of(const Usage& usage, const Price* price) {
  const auto parts = cost_parts(usage, price);
  return parts ? std::optional(parts->total) : std::nullopt;
}

LostCost lost_cost(const LostAttempts& lost, const Price* price) {
  LostCost sum{{}, lost.uncounted};
  for (const Usage& usage : lost.counted) {
    const auto cost = cost_of(usage, price);
    sum += cost ? LostCost{*cost, 0} : LostCost{{}, 1};
  }
  return sum;
}

std::optional<Usd> batch_cost(Usd cost, const Price& price) {
  if (!price.batch_millionths) {
    return std::nullopt;
  }
  return exact::usd(exact::Integer(cost.picodollars()) * *price.batch_millionths, tokens_priced);
}

std::optional<Usd> most_cost(long long input, long long output, const Price& price) {
  if (!price.input || !price.output) {
    return std::nullopt;
  }
  const auto dearest = [input](std::initializer_list<const std::optional<Rate>*> rates) {
    Usd most;
    for (const auto* rate : rates) {
      most = *rate ? std::max({most, (*rate)->per_million, (*rate)->at(input)}) : most;
    }
    return exact::Integer(most.picodollars());
  };
  const exact::Integer of_input =
      dearest({&price.input, &price.cached_input, &price.cache_write, &price.cache_write_1h});
  const exact::Integer of_output = dearest({&price.output, &price.reasoning});
  const exact::Integer request = exact::Integer(price.per_thousand_requests.picodollars());
  return exact::usd(of_input * input + of_output * output + request * (tokens_priced / thousand), tokens_priced);
}

}  // namespace promptctl
