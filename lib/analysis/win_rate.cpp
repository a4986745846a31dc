#include "analysis/win_rate.hpp"

#include <algorithm>
#include <map>

#include "stats/confidence.hpp"
#include "stats/paired.hpp"

namespace promptctl {
namespace {

std::optional<Interval> wilson(std::size_t count, std::size_t of) {
  if (of == 0) {
    return std::nullopt;
  }
  const Bounds bounds = wilson_interval(count, of, usual_confidence);
  return Interval{static_cast<double>(count) / static_cast<double>(of), bounds.low, bounds.high};
}

// +1: the later reply is the better one in both orders; −1: the earlier; else 0.
int preference(const JudgedPair& pair) {
  const bool after = pair.before_first == "second" && pair.after_first == "first";
  const bool before = pair.before_first == "first" && pair.after_first == "second";
  return after ? 1 : before ? -1 : 0;
}

// Whoever stands first, or whoever stands second, is preferred.
bool is_flip(const JudgedPair& pair) {
  return pair.before_first == pair.after_first && pair.before_first != "tie";
}

std::optional<Interval> rate_of(const std::vector<double>& differences, const std::vector<std::uint32_t>& clusters) {
  if (differences.empty()) {
    return std::nullopt;
  }
  const Bounds bounds = clustered_tango_interval(differences, clusters, usual_confidence);
  const auto as_rate = [](double difference) { return (1 + difference) / 2; };
  return Interval{as_rate(mean(differences)), as_rate(bounds.low), as_rate(bounds.high)};
}

}  // namespace

WinRate win_rate(const std::vector<JudgedPair>& pairs) {
  WinRate rate;
  std::vector<double> differences;
  std::vector<std::uint32_t> clusters;
  std::map<std::string, std::uint32_t> groups;
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t asked = 0;
  std::size_t flips = 0;
  for (const JudgedPair& pair : pairs) {
    if (!pair.is_same && (!pair.before_first || !pair.after_first)) {
      ++rate.undecided;
      continue;
    }
    const int better = pair.is_same ? 0 : preference(pair);
    ++rate.pairs;
    ++(better > 0 ? rate.wins : better < 0 ? rate.losses : rate.ties);
    differences.push_back(better);
    const auto next = static_cast<std::uint32_t>(clusters.size() + groups.size() + 1);
    clusters.push_back(pair.group.empty() ? next : groups.try_emplace(pair.group, next).first->second);
    if (!pair.is_same) {
      ++asked;
      flips += is_flip(pair) ? 1 : 0;
      for (const auto& word : {pair.before_first, pair.after_first}) {
        first += word == "first" ? 1 : 0;
        second += word == "second" ? 1 : 0;
      }
    }
  }
  rate.rate = rate_of(differences, clusters);
  rate.position_bias = wilson(first, first + second);
  rate.flips = wilson(flips, asked);
  return rate;
}

}  // namespace promptctl
