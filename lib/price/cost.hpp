#pragma once

#include <optional>

#include "model/project.hpp"
#include "model/response.hpp"

namespace promptctl {

// What the tokens cost: input less cached at the input price, cached at theirs, output at theirs. None where there is
// no price, or the provider did not say how many tokens it was: unknown is never 0.
std::optional<Usd> cost_of(const Usage& usage, const Price* price);

}  // namespace promptctl
