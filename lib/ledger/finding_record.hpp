#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_event.hpp"

namespace promptctl {

// What a clone remembers of events, as text and back, a line each. A line that can't be read is left out.
std::string findings_text(const std::vector<EventFinding>& findings);
std::vector<EventFinding> read_findings(std::string_view text);

}  // namespace promptctl
