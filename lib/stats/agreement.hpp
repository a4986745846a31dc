#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace promptctl {

// Agreement of raters. A rating is a category, by its index from 0, in the order of the scale. `times` says how often
// each unit counts, for resampling; empty: once.

// How far apart two categories are.
enum class Distance {
  nominal,   // 0 or 1
  linear,    // the difference of their indexes
  quadratic  // its square
};

// What two raters said of one unit.
struct RatedPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

// Cohen's kappa, 1 − Σ w·observed / Σ w·expected, with disagreement weights (J. Cohen, Educational and Psychological
// Measurement 20, 1960; weighted: Psychological Bulletin 70, 1968). None where the margins leave no disagreement to
// expect: both raters said one and the same word of every unit, or there is no unit.
std::optional<double> cohen_kappa(std::span<const RatedPair> pairs, std::size_t categories, Distance distance,
                                  std::span<const std::uint32_t> times = {});

// The share of units of which both said the same; none without a unit.
std::optional<double> raw_agreement(std::span<const RatedPair> pairs, std::span<const std::uint32_t> times = {});

// What kind of difference counts (K. Krippendorff, Content Analysis, 3rd ed., 2013, ch. 12).
enum class Scale {
  nominal,
  ordinal,  // by how many ratings lie between two categories
  interval  // by the difference of the categories' values
};

// Krippendorff's alpha, 1 − D_o/D_e, of any number of raters; whoever has not rated a unit is left out of it, and a
// unit that fewer than two have rated says nothing. `units[u]` holds the ratings of unit u; `values` has a number for
// each category, ascending. None where no disagreement is to be expected: at most one category was ever used.
std::optional<double> krippendorff_alpha(std::span<const std::vector<std::uint32_t>> units,
                                         std::span<const double> values, Scale scale,
                                         std::span<const std::uint32_t> times = {});

}  // namespace promptctl
