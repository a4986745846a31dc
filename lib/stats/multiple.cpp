#include "stats/multiple.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace promptctl {

std::vector<double> holm_adjusted(std::span<const double> p) {
  assert(std::none_of(p.begin(), p.end(), [](double value) { return std::isnan(value); }));
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double largest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    largest = std::max(largest, std::min(1.0, static_cast<double>(p.size() - rank) * p[order[rank]]));
    adjusted[order[rank]] = largest;
  }
  return adjusted;
}

}  // namespace promptctl
