#pragma once

#include <optional>

#include "exchange/response.hpp"
#include "price/price.hpp"

namespace promptctl {

// What the tokens of one call cost, exact and rounded once, half to even. A kind without a rate is charged as what it
// is part of: cached and written tokens and audio as input, an hour's as written ones, reasoning and audio as output.
// Tokens that are both cached and audio, where only one of these has a rate, are charged at that one. Images made and
// searches are charged at rates of their own. None where there is no price, where something was used that nothing is
// known to cost, where the provider did not say how many tokens there were, and where it said more of a kind than of
// what it is part of: unknown is never 0.
std::optional<CostParts> cost_parts(const Usage& usage, const Price* price);

std::optional<Usd> cost_of(const Usage& usage, const Price* price);

// What attempts without an answer cost; those whose tokens have no known price are unknown like those without a count.
LostCost lost_cost(const LostAttempts& lost, const Price* price);

// The part of `cost` that is charged for calls made in a batch; none where the price says nothing of batches.
std::optional<Usd> batch_cost(Usd cost, const Price& price);

// The most that a call of text can cost that has no more tokens than these, whatever the provider keeps in its cache
// and however much the model reasons; none without a price of either.
std::optional<Usd> most_cost(long long input, long long output, const Price& price);

}  // namespace promptctl
