#pragma once

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reports every fault of a price table, each at its place. Names beside those that docs/prices.md lists are let
// through: the tables of others hold more than promptctl reads.
void check_price_table(const Value& document, Diagnostics& diagnostics);

}  // namespace promptctl
