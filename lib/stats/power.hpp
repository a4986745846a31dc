#pragma once

#include <cstddef>

namespace promptctl {

// How much a comparison can see: a two-sided test at level 1 − `confidence`, in the standard normal approximation
// (E. Miller, arXiv 2411.00640, §5), with a chance of `power` to see a true difference. `standard_deviation` is that of
// the differences of the cases, ≥ 0. For paired proportions its square is the share of discordant pairs − difference²
// (R. J. Connor, Biometrics 43, 1987). `confidence` and `power` are strictly between 0 and 1.

// (z of confidence + z of power) · sd / √count; +infinity for no case.
double minimum_detectable_difference(double standard_deviation, std::size_t count, double confidence = 0.95,
                                     double power = 0.8);

// The fewest cases that make `difference` (above 0) detectable, at least 1; the greatest number there is where none
// does.
std::size_t cases_needed(double standard_deviation, double difference, double confidence = 0.95, double power = 0.8);

}  // namespace promptctl
