#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger_event.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// A file's bytes by its path in the ledger, after the event; none when there is no such file.
using ReadLedgerFile = std::function<std::optional<std::string>(const std::string& path)>;

// What is wrong with the statements that an event links; empty when nothing. Each must be there after the event, digest
// to its name, be a statement, and speak of the content of its version. The event must break no rule. The same holds
// when an event is written and when `verify` replays it.
std::vector<std::string> evidence_faults(const LedgerEvent& event, const LedgerState& before,
                                         const ReadLedgerFile& read);

// Paths of the statements that an event links, each once.
std::vector<std::string> evidence_paths(const LedgerEvent& event);

}  // namespace promptctl
