#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "release/approvals.hpp"
#include "release/promotion.hpp"

namespace promptctl {

struct Answer {
  long long request = 0;
  bool rejects = false;
  std::string actor;  // "Name <address>"
  std::string reason;
  TimePoint now;
};

// Says yes or no to a request, in the actor's name. The last approval that it needs is the promotion itself: it is
// decided again, and must come out as it was when it was asked for.
class Approval {
 public:
  // `terms` are asked for each decision, of the request as it is then. `ledger` must outlive it.
  Approval(Answer answer, std::function<PromotionTerms(const ApprovalRequest&)> terms, const Ledger& ledger)
      : answer_(std::move(answer)), terms_of_(std::move(terms)), ledger_(ledger) {}

  // For `record`. Throws `Failure` (`no-request`) when no prompt's newest request has the number.
  std::optional<Transaction> decide(const LedgerState& now);

  // Of the last decision: the request before the answer, and why nothing was recorded.
  const ApprovalRequest& request() const { return request_; }
  const Standstill& standstill() const { return standstill_; }
  const std::vector<Gating>& gatings() const { return gatings_; }

 private:
  std::optional<std::string> bar(const LedgerState& now) const;
  Transaction answer(EventType type) const;
  bool may_answer(const LedgerState& now);
  void check_key(const std::string& before, const SignatureCheck& signature) const;
  std::optional<Transaction> carry_out(const LedgerState& now);
  void object(std::string message);

  Answer answer_;
  std::function<PromotionTerms(const ApprovalRequest&)> terms_of_;
  const Ledger& ledger_;
  PromotionTerms terms_;
  ApprovalRequest request_;
  RequestStanding standing_;
  Standstill standstill_;
  std::vector<Gating> gatings_;
};

// The request with a number, of those that are the newest of a prompt. Throws `Failure` (`no-request`).
ApprovalRequest require_request(long long number, const LedgerState& now);

}  // namespace promptctl
