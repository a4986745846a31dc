#pragma once

#include <string>
#include <vector>

#include "flow/approvals.hpp"
#include "model/value.hpp"

namespace promptctl::cli {

// A request, how it stands, and who may approve it.
struct Pending {
  ApprovalRequest request;
  RequestStanding standing;
  ApprovalPolicy policy;
};

// "support/triage@4 → production (was @3)", a line for each move.
std::string proposed_lines(const ApprovalRequest& request, std::string_view indent);

// What a request still needs, and the command that gives it.
std::string pending_lines(const Pending& pending);

// "1 more approval"
std::string missing_text(const RequestStanding& standing);

// The request as the ledger has it, with `state`, `why`, `approved`, `discounted`, `missing`, `expires`.
Value pending_value(const Pending& pending);

}  // namespace promptctl::cli
