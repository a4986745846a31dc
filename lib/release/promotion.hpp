#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/ledger_writer.hpp"
#include "ports/files.hpp"
#include "prompt/address.hpp"
#include "release/approvals.hpp"
#include "release/decision.hpp"
#include "release/gating.hpp"

namespace promptctl {

// Someone else moved a prompt in the environment after the user last saw it.
struct Moved {
  Deployment now;
};

// What a command that moves an environment came to, when it recorded nothing.
struct Standstill {
  std::vector<Objection> objections;
  std::optional<std::vector<std::string>> overriders = {};  // who may go past these, where only some may
  std::vector<Moved> moved;
  std::vector<VersionName> live_already;
  std::optional<ApprovalRequest> waiting;  // for approvals, as was asked for before
};

// What the environment's gate says at the time `at` of a version, were it to take the place of what is live there.
using AskGate = std::function<Gating(const VersionRecord& candidate, const std::optional<VersionRecord>& live,
                                     const LedgerState& now, TimePoint at)>;

// How it stands with a request to move something in the environment.
using AskStanding = std::function<RequestStanding(const ApprovalRequest& request, const LedgerState& now)>;

// By what a move into an environment is decided, as the main branch says.
struct PromotionTerms {
  ApprovalTerms approvals;      // and the environment
  ConditionsSource conditions;  // where they stand
  AskGate ask_gate = {};        // must be set for an environment that has a gate
  std::shared_ptr<const Files> main =
      {};  // the registry as the main branch has it; null: whatever was registered counts
};

struct PromotionRequest {
  std::vector<Address> addresses;
  PromotionTerms terms;
  std::string reason;
  bool overriding = false;
  TimePoint now;
  std::string actor;              // "Name <address>", who may have to be one of those who override
  AskStanding ask_standing = {};  // must be set for `decide` in an environment that asks for approvals
};

// Puts versions live in an environment, all in one event, when the environment's conditions hold; or asks for the
// approvals that they need besides. What is live already is left as it is; a prompt that someone else moved since the
// user looked stops the whole.
class Promotion {
 public:
  explicit Promotion(PromotionRequest request) : request_(std::move(request)) {}

  // For `record`: the event that moves the environment, or the one that asks for approvals.
  std::optional<Transaction> decide(const LedgerState& now, const LedgerState& seen);

  // The event that moves the environment, as if nobody had to approve it.
  std::optional<Transaction> decide_move(const LedgerState& now, const LedgerState& seen);

  // Of the last decision.
  const Standstill& standstill() const { return standstill_; }

  // What the gate said in it of each prompt that was to move; empty for an environment without one.
  const std::vector<Gating>& gatings() const { return gatings_; }

 private:
  const Environment& environment() const { return request_.terms.approvals.environment; }
  void require_home(const std::string& prompt, const LedgerState& now) const;
  void ask(const VersionRecord& record, const LedgerState& now, Candidate& candidate);
  std::vector<LedgerFile> new_statements(const LedgerState& now) const;
  std::optional<Candidate> candidate_of(const Address& address, const LedgerState& now, const LedgerState& seen);
  PromotionFacts gather(const LedgerState& now, const LedgerState& seen);
  std::optional<Acceptance> leave(const Decision& decision);
  bool may_override();
  std::optional<Transaction> request_of(Transaction move, const LedgerState& now);

  PromotionRequest request_;
  Standstill standstill_;
  TimePoint at_;  // of the event, and so of the decision: it comes out the same when it is decided again
  std::vector<Gating> gatings_;
};

// What a version that shall go live is decided by, but for the gate.
Candidate candidate_for(const VersionRecord& record, std::optional<long long> from, const Environment& environment,
                        TimePoint at);

// Throws `Failure` (`other-registry`) for a prompt of another registry of the repository: what that guards can't go
// live by the conditions of this one. `registry` is a folder, as `ConditionsSource` has it.
void require_own_registry(const VersionName& name, const std::string& registry, const LedgerState& now);

// The event that makes the moves an acceptance allows.
Transaction promotion_of(const Acceptance& acceptance, std::string reason);

struct RollbackRequest {
  std::string prompt;
  std::string environment;
  std::optional<long long> to;  // none: the last other version that was live there and is not yanked
  std::string reason;
  bool keep = false;  // don't yank the version that is rolled back
};

// Puts a version live again that was live before, and yanks the one that was.
class Rollback {
 public:
  explicit Rollback(RollbackRequest request) : request_(std::move(request)) {}

  // For `record`. Throws `Failure` when there is nothing to go back to.
  std::optional<Transaction> decide(const LedgerState& now, const LedgerState& seen);

  // Of the last decision.
  const Standstill& standstill() const { return standstill_; }

 private:
  RollbackRequest request_;
  Standstill standstill_;
};

}  // namespace promptctl
