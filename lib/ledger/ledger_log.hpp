#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_views.hpp"

namespace promptctl {

struct LogQuery {
  std::string prompt;       // empty: all
  std::string environment;  // empty: all events; else only moves there
  std::size_t most = 0;     // 0: no limit
  std::string since = {};   // a commit: only what came after it; only without a prompt
};

// What led to a state of the ledger, newest first. A prompt's own history is read from its view; everything else by
// walking the events back from there.
std::vector<PromptEvent> read_log(const Ledger& ledger, const LedgerState& state, const LogQuery& query);

}  // namespace promptctl
