#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "document/value.hpp"

namespace promptctl {

// The places of the first two items that are the same as JSON; none when all differ. In time proportional to the items'
// size, whatever they are.
std::optional<std::pair<std::size_t, std::size_t>> find_repeated(const std::vector<Value>& items);

}  // namespace promptctl
