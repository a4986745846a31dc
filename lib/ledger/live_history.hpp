#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "ledger/ledger_event.hpp"

// How long environments had which version of a prompt.
namespace promptctl {

// How long a version was live at a stretch, at most, until `now`. A time after `now`, which a fast clock left, counts
// as now.
std::chrono::seconds longest_stay(const Stay& stay, TimePoint now);

// The versions that were live before the one that is, the last first. What was rolled back is not among them: a second
// rollback goes further back, and never forward to what the first one left. `history` is oldest first.
std::vector<long long> earlier_versions(const std::vector<HistoryEntry>& history, const std::string& environment);

// Whether a version is one of these: a rollback goes nowhere else.
bool can_go_back_to(long long version, const std::vector<HistoryEntry>& history, const std::string& environment);

}  // namespace promptctl
