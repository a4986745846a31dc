#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace promptctl {

struct Bounds {
  double low = 0;
  double high = 0;
};

// Everywhere below `confidence` is two-sided and strictly between 0 and 1, and no value may be NaN. `clusters[i]` is
// the cluster of `values[i]`, of any number: values of one cluster are taken to be related, clusters not. Sums run in
// the order given: the same values in another order may differ in the last digit.

// Wilson's score interval for a share of `passed` in `count` (E. B. Wilson, JASA 22, 1927; no continuity correction).
// `count` 0 says nothing: 0 to 1.
Bounds wilson_interval(std::size_t passed, std::size_t count, double confidence = 0.95);

// The same where values come in clusters; a value is 0, 1 or a share between. In the place of n stands the effective
// n/deff of Korn and Graubard (Survey Methodology 24, 1998), where deff ≥ 1 is the squared clustered_standard_error in
// units of p(1−p)/(n−1), times their (t of n−1 / t of clusters−1 degrees of freedom)². A share of 0 or 1 shows no
// variance: then the clusters alone are counted. With every value (0 or 1, n ≥ 2) its own cluster it is
// wilson_interval's. No value or one cluster: 0 to 1.
Bounds clustered_share_interval(std::span<const double> values, std::span<const std::uint32_t> clusters,
                                double confidence = 0.95);

// Student's t interval for the mean of the values and of two pseudo-values, `least` and `most`, the ends of their
// range; cut there. The two keep unanimity from being read as certainty, as those of Agresti and Caffo (The American
// Statistician 54, 2000) and, for pairs, of Agresti and Min (Statistics in Medicine 24, 2005) and Bonett and Price (J.
// of Educational and Behavioral Statistics 37, 2012). In R: t.test(c(x, least, most)). No value: `least` to `most`; so
// is one value at the usual levels. At a level above 0.68 it holds the mean of the values.
Bounds mean_interval(std::span<const double> values, double least, double most, double confidence = 0.95);

// The same with clustered_standard_error, where each pseudo-value is a cluster of its own; clusters−1 degrees of
// freedom, those two counted. With every value its own cluster it is mean_interval's. Values that are all the same show
// no variance: then the clusters alone are counted, each as one value. One cluster of values that differ: `least` to
// `most`.
Bounds clustered_mean_interval(std::span<const double> values, std::span<const std::uint32_t> clusters, double least,
                               double most, double confidence = 0.95);

// Of the mean: sd/√n. 0 below two values.
double standard_error(std::span<const double> values);

// SE² = G/(G−1) · Σ_g (Σ_{i∈g} (x_i − x̄))² / n² over the G clusters (E. Miller, "Adding Error Bars to Evals", arXiv
// 2411.00640, §2.2, who leaves out G/(G−1); with it, every value its own cluster gives standard_error). 0 below two
// clusters.
double clustered_standard_error(std::span<const double> values, std::span<const std::uint32_t> clusters);

// `values` must not be empty.
double mean(std::span<const double> values);

// The quantile of sorted values by linear interpolation between the two nearest (type 7 of Hyndman and Fan, The
// American Statistician 50, 1996: the default of R and NumPy). `sorted` must not be empty and may end in +infinity;
// `share` is from 0 to 1.
double quantile(std::span<const double> sorted, double share);

}  // namespace promptctl
