#include "stats/distribution.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace promptctl {
namespace {

namespace math = boost::math;
using RoundedUp = math::policies::policy<math::policies::discrete_quantile<math::policies::integer_round_up>>;
using Binomial = math::binomial_distribution<double, RoundedUp>;

Binomial binomial(std::size_t count, double chance) {
  return Binomial(static_cast<double>(count), chance);
}

}  // namespace

double normal_quantile(double share) {
  return math::quantile(math::normal(), share);
}

double student_quantile(double share, double freedom) {
  return math::quantile(math::students_t(freedom), share);
}

double student_two_sided(double t, double freedom) {
  return 2 * math::cdf(math::complement(math::students_t(freedom), std::abs(t)));
}

double binomial_exactly(std::size_t successes, std::size_t count, double chance) {
  return math::pdf(binomial(count, chance), static_cast<double>(successes));
}

double binomial_at_most(std::size_t successes, std::size_t count, double chance) {
  return math::cdf(binomial(count, chance), static_cast<double>(successes));
}

std::size_t binomial_quantile(double share, std::size_t count, double chance) {
  if (chance == 1) {
    return count;  // Boost gives 0.
  }
  return static_cast<std::size_t>(math::quantile(binomial(count, chance), share));
}

}  // namespace promptctl
