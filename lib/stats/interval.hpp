#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace promptctl {

struct Bounds {
  double low = 0;
  double high = 0;
};

// Wilson's score interval for a share of `passed` in `count` (E. B. Wilson, JASA 22, 1927; no continuity correction).
// `count` 0 says nothing: 0 to 1.
Bounds wilson_interval(std::size_t passed, std::size_t count, double confidence = 0.95);

// Student's t interval for the mean, with n − 1 degrees of freedom. `values` must not be empty; a single value gives no
// width of its own: the interval is then the whole of `least` to `most`, as is one that reaches beyond them cut there.
Bounds mean_interval(std::span<const double> values, double least, double most, double confidence = 0.95);

double mean(std::span<const double> values);

// The quantile of sorted values by linear interpolation between the two nearest (type 7 of Hyndman and Fan, The
// American Statistician 50, 1996: the default of R and NumPy). `sorted` must not be empty; `share` is from 0 to 1.
double quantile(std::span<const double> sorted, double share);

}  // namespace promptctl
