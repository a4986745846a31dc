#pragma once

#include <cstddef>

namespace promptctl {

// The distributions the other files of this folder need, of Boost.Math; distribution.cpp alone includes it, for it
// takes seconds to compile. `share` is a probability strictly between 0 and 1.

double normal_quantile(double share);

// Of Student's t; `freedom`, the degrees of freedom, is above 0.
double student_quantile(double share, double freedom);

// The probability of a t at least as far from 0 as this one, on either side.
double student_two_sided(double t, double freedom);

// `count` trials that succeed with `chance` (0 to 1) each: the probability of exactly `successes`, and of at most as
// many.
double binomial_exactly(std::size_t successes, std::size_t count, double chance);
double binomial_at_most(std::size_t successes, std::size_t count, double chance);

// The fewest successes that at least `share` of such series don't exceed.
std::size_t binomial_quantile(double share, std::size_t count, double chance);

}  // namespace promptctl
