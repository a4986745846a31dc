#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stats/interval.hpp"

namespace promptctl {

// Two versions on the same cases. A difference is after − before, one for each case; none may be NaN.

// Cases that passed in both, only after, only before, in neither.
struct PairedCounts {
  std::size_t both = 0, gained = 0, lost = 0, neither = 0;
};

struct McNemar {
  double exact = 1;
  double mid = 1;
};

// Two-sided p of McNemar's test that as many cases are gained as lost: the exact binomial one, which never exceeds its
// level, and its mid-p, which is nearer to it (Fagerland, Lydersen, Laake, BMC Medical Research Methodology 13:91,
// 2013). Both are 1 where nothing is gained or lost.
McNemar mcnemar(const PairedCounts& counts);

// Tango's score interval for the difference of the two shares, (gained − lost)/n (Statistics in Medicine 17, 1998); the
// bounds are solved for to the last digits. No case: −1 to 1.
Bounds tango_interval(const PairedCounts& counts, double confidence = 0.95);

// The same where cases come in clusters; a difference is −1, 0 or 1. All counts are scaled to the effective number of
// cases that clustered_share_interval (interval.hpp) takes, deff being the squared clustered_standard_error in units of
// that of independent differences. Differences that are all the same show no variance: then the clusters alone are
// counted. With every case its own cluster it is tango_interval's. Below two clusters: −1 to 1. Where losses are rare
// and come by the cluster, Student's interval shrinks just when few were drawn, and accepts too often; this does not.
Bounds clustered_tango_interval(std::span<const double> differences, std::span<const std::uint32_t> clusters,
                                double confidence = 0.95);

// Two-sided p of the sign-flip permutation test that the mean is 0 (Fisher, The Design of Experiments, 1935, §21): the
// share of all 2^n choices of signs whose sum is at least as far from 0. Exact; sums within 1e-9 of the sum of all
// magnitudes count as ties. At most 20 differences, which takes 2^19 additions. None, or all 0: 1.
double sign_flip_p(std::span<const double> differences);

// Two-sided p of Student's t test that the mean is 0, with n−1 degrees of freedom. Below two differences 1; where all
// are the same 1 if they are 0 and 0 if they are not.
double paired_t_p(std::span<const double> differences);

// The same with clustered_standard_error and clusters−1 degrees of freedom. Below two clusters 1; where the clusters
// show no variance 1 if the mean is 0 and 0 if it is not. A mean or error below 1e-12 of the mean magnitude is 0.
double clustered_t_p(std::span<const double> differences, std::span<const std::uint32_t> clusters);

}  // namespace promptctl
