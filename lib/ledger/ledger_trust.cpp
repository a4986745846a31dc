#include "ledger/ledger_trust.hpp"

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "ledger/ledger_chain.hpp"

namespace promptctl {
namespace {

LedgerFault fault_of(const Checkpoint& checkpoint, std::string message) {
  return {checkpoint_check, checkpoint.seq, checkpoint.commit,
          "the checkpoint of promptctl.yaml " + std::move(message)};
}

std::optional<LedgerFault> number_fault(const Ledger& ledger, const Checkpoint& checkpoint) {
  const auto event = state_at(ledger, checkpoint.commit).event();
  return event && event->seq == checkpoint.seq
             ? std::nullopt
             : std::optional(fault_of(checkpoint, fmt::format("is not event {}", checkpoint.seq)));
}

}  // namespace

Verification verify_news(Ledger& ledger, const std::string& tip, const LedgerTrust& trust) {
  const auto known = ledger.reached(Milestone::verified);
  const std::string begin = known ? *known : trust.checkpoint ? trust.checkpoint->commit : std::string();
  Verification verification = verify_ledger(ledger, {tip, begin, trust.now, trust.signing});
  if (!known && trust.checkpoint && verification.accepted()) {
    if (const auto fault = number_fault(ledger, *trust.checkpoint)) {
      verification.faults.push_back(*fault);
    }
  }
  if (verification.accepted()) {
    ledger.remember(Milestone::verified, tip);
  }
  return verification;
}

std::optional<LedgerFault> checkpoint_fault(const Ledger& ledger, const std::string& tip,
                                            const Checkpoint& checkpoint) {
  if (!commits_after(ledger, tip, checkpoint.commit)) {
    return fault_of(checkpoint, "is no event of this ledger: the branch was replaced or cut short");
  }
  if (const auto fault = number_fault(ledger, checkpoint)) {
    return fault;
  }
  return ledger.content_digest(checkpoint.commit) == checkpoint.digest
             ? std::nullopt
             : std::optional(fault_of(checkpoint, "has another content than its event left"));
}

LedgerState known_state(Ledger& ledger, const std::function<LedgerTrust()>& trust) {
  const auto tip = ledger.tip();
  if (tip && tip != ledger.reached(Milestone::verified)) {
    const Verification verification = verify_news(ledger, *tip, trust());
    if (!verification.accepted()) {
      const LedgerFault& fault = verification.faults.front();
      throw Failure("ledger-broken",
                    fmt::format("the ledger is refused at event {} ({}): {}", fault.seq, fault.check, fault.message),
                    "nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md");
    }
  }
  return state_at(ledger, tip);
}

}  // namespace promptctl
