// `promptctl promote`: puts versions live in an environment.

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "cli/commands.hpp"
#include "cli/evaluate/promotion_gate.hpp"
#include "cli/ledger/approval_terms.hpp"
#include "cli/ledger/evidence_files.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "cli/output/movement_output.hpp"
#include "cli/output/result_output.hpp"
#include "release/promotion.hpp"

namespace promptctl::cli {
namespace {

struct PromoteOptions {
  std::vector<std::string> addresses;
  std::string environment;
  std::string reason;
  std::vector<std::string> evidence;
  bool overriding = false;
  ResultOptions result;
};

// What is named as committed content is the version that has this content; a name alone is HEAD's.
Address version_address(const Address& address, Workspace& workspace) {
  if (address.is_registered()) {
    return address;
  }
  const bool is_revision = address.kind == Address::Kind::revision;
  const std::string revision = is_revision ? address.reference : "HEAD";
  Diagnostics faults;
  const auto bundle = find_prompt({address.prompt, Address::Kind::revision, revision}, workspace).read(faults);
  if (!bundle) {
    throw Failure(faults.all().front());
  }
  return {address.prompt, Address::Kind::digest, bundle->digest};
}

std::vector<Address> read_addresses(const PromoteOptions& options, Workspace& workspace) {
  std::vector<Address> addresses;
  std::set<std::string> prompts;
  for (const std::string& text : options.addresses) {
    addresses.push_back(version_address(read_address(text), workspace));
    if (!prompts.insert(addresses.back().prompt).second) {
      throw Failure("usage", fmt::format("`{}` is named twice", addresses.back().prompt));
    }
  }
  return addresses;
}

void check_usage(const PromoteOptions& options, const Session& session) {
  check_result_options(options.result, session);
  if (options.addresses.empty()) {
    throw Failure("usage", "name the versions to promote", "promptctl promote support/triage@latest --to staging");
  }
  if (options.environment.empty()) {
    throw Failure("usage", "name the environment", "--to ENV");
  }
  if (options.overriding) {
    require_reason(options.reason, "an override");
  }
}

// The number of the request that waits now: the one recorded, or the one that was found to wait.
std::optional<long long> waiting_request(const std::optional<RecordedEvent>& recorded, const Standstill& standstill) {
  if (recorded) {
    return recorded->event.type == EventType::request ? std::optional(recorded->event.seq) : std::nullopt;
  }
  return standstill.waiting ? std::optional(standstill.waiting->stamp.seq) : std::nullopt;
}

// As it would be decided now: of several attempts each is decided by what then stands on the main branch.
Promotion current_promotion(const PromoteOptions& options, const std::vector<Address>& addresses,
                            std::shared_ptr<const EvidencePool> evidence, LedgerSession& ledger) {
  require_environment(ledger.policy(LedgerSession::Freshness::known), options.environment);
  const PromotionTerms terms = promotion_terms(ledger, options.environment, std::move(evidence));
  const TimePoint time = ledger.session.clock.now();
  const auto ask_standing = [&ledger, terms = terms.approvals, time](const ApprovalRequest& request,
                                                                     const LedgerState& now) {
    EventCommits events(ledger.ledger, now);
    return standing_of(request, terms, now, events, time);
  };
  return Promotion({addresses, terms, options.reason, options.overriding, time, ledger.actor(), ask_standing});
}

ExitCode execute(const PromoteOptions& options, Session& session) {
  check_usage(options, session);
  LedgerSession ledger(session);
  const std::vector<Address> addresses = read_addresses(options, ledger.workspace);
  require_environment(ledger.policy(LedgerSession::Freshness::current), options.environment);
  SqliteRunStore store(state_path(ledger.workspace.root, "runs.db"));
  const auto evidence =
      std::make_shared<const EvidencePool>(evidence_at_hand(options.evidence, ledger.workspace, store, session));
  Promotion promotion = current_promotion(options, addresses, evidence, ledger);
  const auto recorded = ledger.record([&](const LedgerState& now, const LedgerState& seen) {
    promotion = current_promotion(options, addresses, evidence, ledger);
    return promotion.decide(now, seen);
  });
  Movement movement = movement_of(options.environment, recorded, promotion.standstill(), promotion.gatings());
  if (const auto number = waiting_request(recorded, promotion.standstill())) {
    movement.pending = pending_request(*number, ledger);
  }
  return report_movement(movement, options.result, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<PromoteOptions>();
  options.arguments("versions", target->addresses,
                    "NAME@12, NAME@latest, NAME@staging, or NAME for what HEAD has; several go live together");
  options.text("--to", "ENV", target->environment, "The environment");
  options.text("--reason", "TEXT", target->reason, "Why");
  options.texts("--evidence", "FILE", target->evidence,
                "Evidence for the gate, besides runs here and the ledger: .intoto.jsonl");
  options.flag("--override", target->overriding,
               "Go past conditions that do not hold; needs --reason, and stays visible");
  declare_result_options(options, target->result);
  options.example("promptctl promote support/triage@latest --to staging");
  options.example("promptctl promote support/triage@staging support/answer@staging --to production");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command promote_command{"promote", "Put versions live in an environment", declare};

}  // namespace promptctl::cli
