#include "ledger/live_history.hpp"

#include <algorithm>

namespace promptctl {
namespace {

bool is_move_in(const HistoryEntry& entry, const std::string& environment) {
  return entry.effect == HistoryEntry::Effect::moved && entry.environment == environment;
}

}  // namespace

std::chrono::seconds longest_stay(const Stay& stay, TimePoint now) {
  const std::chrono::seconds none{0};
  const auto running = stay.since ? std::chrono::duration_cast<std::chrono::seconds>(now - *stay.since) : none;
  return std::max({stay.longest, running, none});
}

std::vector<long long> earlier_versions(const std::vector<HistoryEntry>& history, const std::string& environment) {
  std::vector<long long> live;  // the last is what is live
  for (const HistoryEntry& entry : history) {
    if (!is_move_in(entry, environment)) {
      continue;
    }
    if (entry.stamp.type == EventType::rollback) {
      while (!live.empty() && live.back() != entry.version) {
        live.pop_back();
      }
    }
    if (live.empty() || live.back() != entry.version) {
      live.push_back(entry.version);
    }
  }
  const long long now = live.empty() ? 0 : live.back();
  std::vector<long long> earlier;
  std::copy_if(live.rbegin(), live.rend(), std::back_inserter(earlier),
               [now](long long version) { return version != now; });
  return earlier;
}

bool can_go_back_to(long long version, const std::vector<HistoryEntry>& history, const std::string& environment) {
  const std::vector<long long> earlier = earlier_versions(history, environment);
  return std::find(earlier.begin(), earlier.end(), version) != earlier.end();
}

}  // namespace promptctl
