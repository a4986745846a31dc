#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_event.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// The files that an event writes besides bundles and statements: event.json, FORMAT with the first, and every
// view that it changes. The event must break no rule.
std::vector<LedgerFile> views_after(const LedgerEvent& event, const LedgerState& before);

// What an event did to one prompt.
struct PromptEvent {
  std::string prompt;
  HistoryEntry entry;
};

// In the order in which they stand in the prompts' histories.
std::vector<PromptEvent> prompt_events(const LedgerEvent& event);

// The files of a version's bundle.
std::vector<LedgerFile> bundle_files(const VersionName& name, const BundleText& text);
std::vector<std::string> bundle_paths(const RegisteredVersion& version);

}  // namespace promptctl
