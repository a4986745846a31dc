#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "ledger/ledger_event.hpp"

namespace promptctl {

// The content of the file FORMAT, less the line break at its end.
constexpr std::string_view ledger_format = "promptctl-ledger 1";

// event.json as text and back. The same event always has the same bytes: the next one holds their digest.
std::string event_text(const LedgerEvent& event);
Value event_value(const LedgerEvent& event);
std::optional<LedgerEvent> read_event(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
