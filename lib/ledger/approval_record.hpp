#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "ledger/ledger_event.hpp"

namespace promptctl {

// A request for approval as the ledger keeps it; docs/ledger.md has the fields.
std::string approval_request_text(const ApprovalRequest& request);
Value approval_request_value(const ApprovalRequest& request);
std::optional<ApprovalRequest> read_approval_request(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
