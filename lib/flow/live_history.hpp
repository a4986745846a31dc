#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "model/ledger.hpp"

// What a prompt's history says of one environment. Histories are oldest first.
namespace promptctl {

bool was_live(const std::vector<HistoryEntry>& history, const std::string& environment, long long version);

// What the last stay of a version went past: none where it was promoted as its gate asks, or never live.
std::vector<std::string> objections_of_stay(const std::vector<HistoryEntry>& history, const std::string& environment,
                                            long long version);

// How long a version was live at a stretch, at most, until `now`; none when it never was. A time after `now`, which a
// fast clock left, counts as now.
std::optional<std::chrono::seconds> longest_stay(const std::vector<HistoryEntry>& history,
                                                 const std::string& environment, long long version, TimePoint now);

// The versions that were live before the one that is, the last first. What was rolled back is not among them: a second
// rollback goes further back, and never forward to what the first one left.
std::vector<long long> earlier_versions(const std::vector<HistoryEntry>& history, const std::string& environment);

}  // namespace promptctl
