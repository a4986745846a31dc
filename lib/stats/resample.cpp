#include "stats/resample.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"

namespace promptctl {

std::vector<double> resample(std::size_t units, BootstrapSettings settings, const Statistic& statistic) {
  Random random(settings.seed);
  std::vector<std::uint32_t> times(units);
  std::vector<double> replicates;
  replicates.reserve(settings.draws);
  for (std::size_t draw = 0; draw < settings.draws; ++draw) {
    std::fill(times.begin(), times.end(), 0);
    for (std::size_t i = 0; i < units; ++i) {
      ++times[((random.next() >> 32U) * units) >> 32U];
    }
    if (const double value = statistic(times); !std::isnan(value)) {
      replicates.push_back(value);
    }
  }
  std::sort(replicates.begin(), replicates.end());
  return replicates;
}

}  // namespace promptctl
