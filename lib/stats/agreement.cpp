#include "stats/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "stats/bootstrap.hpp"
#include "stats/confidence.hpp"
#include "stats/resample.hpp"

namespace promptctl {
namespace {

double weight_of(std::size_t a, std::size_t b, std::span<const double> values, Distance distance) {
  const double apart = std::abs(values[a] - values[b]);
  switch (distance) {
    case Distance::nominal:
      return a == b ? 0 : 1;
    case Distance::linear:
      return apart;
    case Distance::quadratic:
      return apart * apart;
  }
  return 0;
}

double count_of(std::span<const std::uint32_t> times, std::size_t unit) {
  return times.empty() ? 1 : times[unit];
}

// How often each two categories came together within a unit, by category × category.
std::vector<double> coincidences(std::span<const std::vector<std::uint32_t>> units, std::size_t categories,
                                 std::span<const std::uint32_t> times) {
  std::vector<double> table(categories * categories);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const auto& ratings = units[unit];
    if (ratings.size() < 2) {
      continue;
    }
    const double weight = count_of(times, unit) / static_cast<double>(ratings.size() - 1);
    for (std::size_t a = 0; a < ratings.size(); ++a) {
      for (std::size_t b = 0; b < ratings.size(); ++b) {
        table[ratings[a] * categories + ratings[b]] += a == b ? 0 : weight;
      }
    }
  }
  return table;
}

// The squared difference of two categories, a < b; `margins` says how often each was used.
double squared_difference(std::size_t a, std::size_t b, std::span<const double> values, std::span<const double> margins,
                          Scale scale) {
  if (scale == Scale::nominal) {
    return 1;
  }
  double apart = values[b] - values[a];
  if (scale == Scale::ordinal) {
    apart = -(margins[a] + margins[b]) / 2;
    for (std::size_t between = a; between <= b; ++between) {
      apart += margins[between];
    }
  }
  return apart * apart;
}

}  // namespace

std::optional<double> cohen_kappa(std::span<const RatedPair> pairs, std::span<const double> values, Distance distance,
                                  std::span<const std::uint32_t> times) {
  const std::size_t categories = values.size();
  std::vector<double> first(categories);
  std::vector<double> second(categories);
  double observed = 0;
  double count = 0;
  for (std::size_t unit = 0; unit < pairs.size(); ++unit) {
    const double weight = count_of(times, unit);
    first[pairs[unit].first] += weight;
    second[pairs[unit].second] += weight;
    observed += weight * weight_of(pairs[unit].first, pairs[unit].second, values, distance);
    count += weight;
  }
  double expected = 0;
  for (std::size_t a = 0; a < categories; ++a) {
    for (std::size_t b = 0; b < categories; ++b) {
      expected += first[a] * second[b] * weight_of(a, b, values, distance);
    }
  }
  return expected > 0 ? std::optional(1 - observed * count / expected) : std::nullopt;
}

std::optional<double> raw_agreement(std::span<const RatedPair> pairs, std::span<const std::uint32_t> times) {
  double same = 0;
  double count = 0;
  for (std::size_t unit = 0; unit < pairs.size(); ++unit) {
    const double weight = count_of(times, unit);
    same += pairs[unit].first == pairs[unit].second ? weight : 0;
    count += weight;
  }
  return count > 0 ? std::optional(same / count) : std::nullopt;
}

std::optional<double> krippendorff_alpha(std::span<const std::vector<std::uint32_t>> units,
                                         std::span<const double> values, Scale scale,
                                         std::span<const std::uint32_t> times) {
  const std::size_t categories = values.size();
  const std::vector<double> table = coincidences(units, categories, times);
  std::vector<double> margins(categories);
  double count = 0;
  for (std::size_t a = 0; a < categories; ++a) {
    for (std::size_t b = 0; b < categories; ++b) {
      margins[a] += table[a * categories + b];
    }
    count += margins[a];
  }
  double observed = 0;
  double expected = 0;
  for (std::size_t a = 0; a < categories; ++a) {
    for (std::size_t b = a + 1; b < categories; ++b) {
      const double difference = squared_difference(a, b, values, margins, scale);
      observed += table[a * categories + b] * difference;
      expected += margins[a] * margins[b] * difference;
    }
  }
  return expected > 0 ? std::optional(1 - (count - 1) * observed / expected) : std::nullopt;
}

std::optional<Interval> agreement_interval(std::size_t units, std::size_t undecided, const AgreementFigure& figure) {
  const auto value = figure({});
  if (!value) {
    return std::nullopt;
  }
  constexpr std::size_t draws = 2000;
  constexpr std::size_t by_chance = 2;
  const auto replicates =
      resample(units + undecided + by_chance, {draws, 0}, [&](std::span<const std::uint32_t> times) {
        const auto of_units = times.first(units);
        const double drawn = std::accumulate(of_units.begin(), of_units.end(), 0.0);
        const auto agreed = drawn > 0 ? figure(of_units) : std::nullopt;
        return agreed ? *agreed * drawn / static_cast<double>(times.size()) : std::numeric_limits<double>::quiet_NaN();
      });
  const Bounds bounds = replicates.empty() ? Bounds{-1, 1} : percentile_interval(replicates, usual_confidence);
  return Interval{*value, std::min(bounds.low, *value), std::max(bounds.high, *value)};
}

}  // namespace promptctl
