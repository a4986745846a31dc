#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stats/bootstrap.hpp"

namespace promptctl {

// Above this a ratio's interval has a closed form, for draws would take seconds.
inline constexpr std::size_t most_resampled_units = 10'000;

// The units that have a call on either side, numbered anew, 0…count−1, in the order of their numbers.
struct PairedUnits {
  std::vector<std::uint32_t> before, after;  // One for each call.
  std::size_t count = 0;
};

PairedUnits number_units(const PairedCalls& before, const PairedCalls& after, std::size_t units);

}  // namespace promptctl
