#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "stats/estimate.hpp"

namespace promptctl {

// Agreement of raters. A rating is a category, by its index from 0, in the order of the scale. `times` says how often
// each unit counts, for resampling; empty: once.

// How far apart two categories are.
enum class Distance {
  nominal,   // 0 or 1
  linear,    // the difference of their values
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
// `values` has a number for each category.
std::optional<double> cohen_kappa(std::span<const RatedPair> pairs, std::span<const double> values, Distance distance,
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

// A figure of agreement that is 1 for perfect and 0 for chance agreement (kappa, alpha) of so many units; `times` is as
// above. None where a draw leaves nothing to say.
using AgreementFigure = std::function<std::optional<double>(std::span<const std::uint32_t> times)>;

// Its 95% interval: a seeded percentile bootstrap over the units and over two more that agree as by chance. Those keep
// few units that all agree from being taken for certainty, as the pseudo-values of `mean_interval` do. `undecided`
// units, on which one rater gave no answer, are drawn with them and agree as by chance too: who abstains agrees with
// nobody. Of m units drawn and t that agree as by chance, the figure is that of the m, times m/(m + t). The value is
// that of the units.
std::optional<Interval> agreement_interval(std::size_t units, std::size_t undecided, const AgreementFigure& figure);

}  // namespace promptctl
