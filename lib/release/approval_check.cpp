#include "release/approval_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "evidence/evidence_witness.hpp"
#include "ledger/ledger_verification.hpp"
#include "registry/environment_conditions.hpp"
#include "release/approvals.hpp"

namespace promptctl {
namespace {

class ApprovalCheck {
 public:
  ApprovalCheck(const LedgerEvent& event, const LedgerState& before, const Ledger& ledger,
                const Environment& environment, const RegistryAt& main)
      : event_(event),
        before_(before),
        ledger_(ledger),
        terms_{environment, conditions_digest(environment), signers_of(main.project, *main.files)} {
    if (event.request && !event.moves.empty()) {
      request_ = before.request(event.environment, event.moves.front().to.prompt);
    }
  }

  std::vector<std::string> run(const std::string& commit) {
    const Environment& environment = terms_.environment;
    const bool overrides = environment.overriders && event_.type == EventType::overriding;
    if (!environment.approvals) {
      check_approvers({});
    }
    if (!environment.approvals && !overrides) {
      return std::move(faults_);
    }
    const SignatureCheck signature = ledger_.signature(commit, terms_.signers);
    if (signature_fault(signature, stamp_of(event_))) {
      return {fmt::format("{} must sign it, as an allowed signer", event_.actor)};
    }
    if (overrides) {
      // Only where approvals are asked for is a request held to its signature.
      const bool was_asked_for = request_ && environment.approvals;
      check_overrider(was_asked_for ? request_->stamp.actor : event_.actor);
    }
    if (environment.approvals) {
      check_request({event_.actor, signature.key});
    }
    return std::move(faults_);
  }

 private:
  void check_overrider(const std::string& actor) {
    if (!is_named_among(terms_.environment.overriders.value_or(std::vector<std::string>()), actor)) {
      faults_.push_back(fmt::format("{} is none of those who may override", actor));
    }
  }

  // Views and exports tell of those whom the event names.
  void check_approvers(const std::vector<std::string>& approved) {
    const auto text = [](const std::vector<std::string>& names) {
      return names.empty() ? "nobody" : join(names, ", ");
    };
    if (event_.approved_by != approved) {
      faults_.push_back(
          fmt::format("it says that {} approved it, and that was {}", text(event_.approved_by), text(approved)));
    }
  }

  void check_request(const Person& last) {
    const long long need = terms_.approvals().need;
    if (!request_) {
      faults_.push_back(
          fmt::format("it carries out no request, and needed {}", counted(static_cast<std::size_t>(need), "approval")));
      return;
    }
    EventCommits events(ledger_, before_);
    const RequestStanding standing = standing_of(*request_, terms_, before_, events, event_.at);
    if (standing.state != RequestState::open) {
      faults_.push_back(fmt::format("request {} {}", request_->stamp.seq, standing.why));
      return;
    }
    if (const auto bar = bar_to_approve(*request_, terms_, before_, events, last)) {
      faults_.push_back(fmt::format("{} can't approve request {}: {}", last.actor, request_->stamp.seq, *bar));
    }
    check_approvers(approved_with(standing, last.actor));
    if (const long long missing = missing_with(standing, last.actor); missing > 0) {
      faults_.push_back(fmt::format("request {} lacked {} of {}", request_->stamp.seq,
                                    counted(static_cast<std::size_t>(missing), "approval"), need));
    }
  }

  const LedgerEvent& event_;
  const LedgerState& before_;
  const Ledger& ledger_;
  ApprovalTerms terms_;
  std::optional<ApprovalRequest> request_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> approval_faults(const LedgerEvent& event, const std::string& commit, const LedgerState& before,
                                         const Ledger& ledger, const RegistryAt& main) {
  const Environment* environment = find_environment(main.project, event.environment);
  return environment == nullptr ? std::vector<std::string>()
                                : ApprovalCheck(event, before, ledger, *environment, main).run(commit);
}

}  // namespace promptctl
