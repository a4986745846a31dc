#pragma once

#include <string>
#include <vector>

#include "document/value.hpp"
#include "release/approvals.hpp"

namespace promptctl::cli {

// A request, how it stands, and who may approve it.
struct Pending {
  ApprovalRequest request;
  RequestStanding standing;
  ApprovalPolicy policy;
};

// "support/triage@4 → production (was @3)", a line for each move.
std::string proposed_lines(const ApprovalRequest& request, std::string_view indent);

// What a request still needs.
std::string pending_lines(const Pending& pending);

// The commands that show what it is about and give what it needs.
std::string pending_steps(const Pending& pending);

// "request 8 was rejected by …"
std::string standing_text(const Pending& pending);

// The command that asks for the same again.
std::string repeat_command(const ApprovalRequest& request);

// "1 more approval"
std::string missing_text(const RequestStanding& standing);

Value pending_values(const std::vector<Pending>& all);

// The request as the ledger has it, with `state`, `why`, `approved`, `discounted`, `missing`, `expires`.
Value pending_value(const Pending& pending);

}  // namespace promptctl::cli
