#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "stats/bootstrap.hpp"

namespace promptctl {

// `times[u]` says how often a draw holds unit u.
using Statistic = std::function<double(std::span<const std::uint32_t> times)>;

// The sorted values of `statistic` over draws of `units` (1 to 2^32) units with replacement; NaN is left out. The upper
// 32 bits of a random number are mapped by multiplication: a unit's chance is off by less than units/2^32 of itself.
std::vector<double> resample(std::size_t units, BootstrapSettings settings, const Statistic& statistic);

}  // namespace promptctl
