#include "flow/live_history.hpp"

#include <algorithm>

namespace promptctl {
namespace {

bool is_move_in(const HistoryEntry& entry, const std::string& environment) {
  return entry.effect == HistoryEntry::Effect::moved && entry.environment == environment;
}

}  // namespace

bool was_live(const std::vector<HistoryEntry>& history, const std::string& environment, long long version) {
  return std::any_of(history.begin(), history.end(), [&](const HistoryEntry& entry) {
    return is_move_in(entry, environment) && entry.version == version;
  });
}

std::vector<std::string> objections_of_stay(const std::vector<HistoryEntry>& history, const std::string& environment,
                                            long long version) {
  const auto last = std::find_if(history.rbegin(), history.rend(), [&](const HistoryEntry& entry) {
    return is_move_in(entry, environment) && entry.version == version;
  });
  return last == history.rend() ? std::vector<std::string>() : last->objections;
}

std::optional<std::chrono::seconds> longest_stay(const std::vector<HistoryEntry>& history,
                                                 const std::string& environment, long long version, TimePoint now) {
  std::optional<std::chrono::seconds> longest;
  const HistoryEntry* first = nullptr;  // of the stay that goes on
  const auto end_stay = [&](TimePoint at) {
    if (first != nullptr) {
      longest = std::max(longest.value_or(std::chrono::seconds(0)),
                         std::chrono::duration_cast<std::chrono::seconds>(std::min(at, now) - first->stamp.at));
    }
    first = nullptr;
  };
  for (const HistoryEntry& entry : history) {
    if (!is_move_in(entry, environment)) {
      continue;
    }
    if (entry.version != version) {
      end_stay(entry.stamp.at);
    } else if (first == nullptr) {
      first = &entry;
    }
  }
  end_stay(now);
  return longest;
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

}  // namespace promptctl
