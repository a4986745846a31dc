#include "stats/interval.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace promptctl {

Bounds wilson_interval(std::size_t passed, std::size_t count, double confidence) {
  if (count == 0) {
    return {0, 1};
  }
  const double n = static_cast<double>(count);
  const double p = static_cast<double>(passed) / n;
  const double z = boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2);
  const double z2 = z * z;
  const double center = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {passed == 0 ? 0 : center - half, passed == count ? 1 : center + half};
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Bounds mean_interval(std::span<const double> values, double least, double most, double confidence) {
  if (values.size() < 2) {
    return {least, most};
  }
  const double n = static_cast<double>(values.size());
  const double center = mean(values);
  const double squares = std::accumulate(values.begin(), values.end(), 0.0, [center](double sum, double value) {
    return sum + (value - center) * (value - center);
  });
  const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.5 + confidence / 2);
  const double half = t * std::sqrt(squares / (n - 1) / n);
  return {std::max(least, center - half), std::min(most, center + half)};
}

double quantile(std::span<const double> sorted, double share) {
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace promptctl
