#include "price/cost.hpp"

#include <algorithm>

namespace promptctl {

std::optional<Usd> cost_of(const Usage& usage, const Price* price) {
  if (price == nullptr || !usage.input || !usage.output) {
    return std::nullopt;
  }
  const long long cached = std::min(usage.cached.value_or(0), *usage.input);
  return price->input.times(*usage.input - cached) + price->cached_input.times(cached) +
         price->output.times(*usage.output);
}

}  // namespace promptctl
