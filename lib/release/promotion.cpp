#include "release/promotion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "ledger/live_history.hpp"
#include "ledger/version_address.hpp"
#include "prompt/prompt_bundle.hpp"
#include "release/ledger_conditions.hpp"

namespace promptctl {
namespace {

// What is live now, when that is not what the user saw.
std::optional<Moved> moved_since(const std::string& environment, const std::string& prompt, const LedgerState& now,
                                 const LedgerState& seen) {
  const auto live = now.deployment(environment, prompt);
  const auto before = seen.deployment(environment, prompt);
  const bool same = !live || (before && before->stamp.seq == live->stamp.seq);
  return same ? std::nullopt : std::optional(Moved{*live});
}

// The version to go back to when none is named.
std::optional<long long> previous_version(const LedgerState& state, const RollbackRequest& request) {
  for (const long long version : earlier_versions(state.history(request.prompt), request.environment)) {
    const auto record = state.version({request.prompt, version});
    if (record && !record->yanked) {
      return version;
    }
  }
  return std::nullopt;
}

VersionRecord target_of(const RollbackRequest& request, const LedgerState& state) {
  const auto number = request.to ? request.to : previous_version(state, request);
  if (!number) {
    throw Failure(
        "no-earlier-version",
        fmt::format("no other version of `{}` that is not yanked was live in {}", request.prompt, request.environment),
        "promote another version there");
  }
  const auto record = state.version({request.prompt, *number});
  if (!record || record->stay(request.environment) == nullptr) {
    throw Failure("no-earlier-version",
                  fmt::format("{} was never live in {}", version_text({request.prompt, *number}), request.environment),
                  "promote it instead: that asks for the environment's conditions");
  }
  if (!can_go_back_to(*number, state.history(request.prompt), request.environment)) {
    throw Failure("no-earlier-version",
                  fmt::format("{} was rolled back in {}: a rollback does not go forward to it",
                              version_text({request.prompt, *number}), request.environment),
                  "promote it instead: that asks for the environment's conditions");
  }
  if (record->yanked) {
    throw Failure("no-earlier-version",
                  fmt::format("{} is yanked: {}", version_text(record->version.name), record->yanked->reason));
  }
  return *record;
}

void link(const std::vector<EvidenceStatement>& statements, const VersionName& subject,
          std::vector<EvidenceLink>& links) {
  std::transform(statements.begin(), statements.end(), std::back_inserter(links),
                 [&subject](const EvidenceStatement& statement) { return EvidenceLink{subject, statement.digest}; });
}

}  // namespace

void require_own_registry(const VersionName& name, const std::string& registry, const LedgerState& now) {
  const std::string home = registry_of(name.prompt, now).value_or(registry);
  if (home != registry) {
    throw Failure("other-registry",
                  fmt::format("`{}` belongs to the registry in {}, whose conditions count", name.prompt,
                              home.empty() ? "the top folder" : home),
                  fmt::format("promptctl -C FOLDER …, with FOLDER the repository's {}", home.empty() ? "top" : home));
  }
}

// A registration alone takes no prompt out of the registry that guards it.
void Promotion::require_home(const std::string& prompt, const LedgerState& now) const {
  const std::string& registry = request_.terms.conditions.registry;
  if (request_.terms.main && !request_.terms.main->has(prompt_path(prompt)) &&
      came_from_elsewhere(prompt, registry, now)) {
    throw Failure("other-registry",
                  fmt::format("`{}` was moved here by a registration, and the main branch does not have it in {}",
                              prompt, registry.empty() ? "the top folder" : registry),
                  "merge the move first");
  }
}

void Promotion::ask(const VersionRecord& record, const LedgerState& now, Candidate& candidate) {
  const VersionName& name = record.version.name;
  const auto live = candidate.move.from ? now.version({name.prompt, *candidate.move.from}) : std::nullopt;
  Gating gating = request_.terms.ask_gate(record, live, now, at_);
  link(gating.candidate_evidence, name, candidate.evidence);
  if (live) {
    link(gating.live_evidence, live->version.name, candidate.evidence);
  }
  candidate.gate = gating.report;
  gatings_.push_back(std::move(gating));
}

// The statements of the decision that the ledger does not have yet.
std::vector<LedgerFile> Promotion::new_statements(const LedgerState& now) const {
  std::vector<LedgerFile> files;
  std::set<std::string> added;
  const auto add = [&](const EvidenceStatement& statement) {
    if (added.insert(statement.digest).second && !now.statement(statement.digest)) {
      files.push_back({evidence_path(statement.digest), statement.text});
    }
  };
  for (const Gating& gating : gatings_) {
    std::for_each(gating.candidate_evidence.begin(), gating.candidate_evidence.end(), add);
    std::for_each(gating.live_evidence.begin(), gating.live_evidence.end(), add);
  }
  return files;
}

// The version that an address means, were it to go live; none when it is live already, or somebody moved what the user
// has seen.
std::optional<Candidate> Promotion::candidate_of(const Address& address, const LedgerState& now,
                                                 const LedgerState& seen) {
  const VersionRecord record = resolve(address, now);
  const VersionName& name = record.version.name;
  require_own_registry(name, request_.terms.conditions.registry, now);
  require_home(name.prompt, now);
  // What is live now in the environment that is named may not be what the user saw there.
  const auto elsewhere = address.kind == Address::Kind::environment
                             ? moved_since(address.reference, name.prompt, now, seen)
                             : std::nullopt;
  if (elsewhere) {
    standstill_.moved.push_back(*elsewhere);
  }
  const auto live = now.deployment(environment().name, name.prompt);
  if (live && live->move.to == name) {
    standstill_.live_already.push_back(name);
    return std::nullopt;
  }
  if (const auto moved = moved_since(environment().name, name.prompt, now, seen)) {
    standstill_.moved.push_back(*moved);
  }
  const auto from = live ? std::optional(live->move.to.version) : std::nullopt;
  Candidate candidate = candidate_for(record, from, environment(), at_);
  if (environment().gate) {
    ask(record, now, candidate);
  }
  return candidate;
}

PromotionFacts Promotion::gather(const LedgerState& now, const LedgerState& seen) {
  PromotionFacts facts{environment(), request_.terms.approvals.policy, {}};
  for (const Address& address : request_.addresses) {
    if (auto candidate = candidate_of(address, now, seen)) {
      facts.candidates.push_back(std::move(*candidate));
    }
  }
  return facts;
}

bool Promotion::may_override() {
  const auto& named = environment().overriders;
  if (!named || is_named_among(*named, request_.actor)) {
    return true;
  }
  const std::string who = named->empty() ? "nobody may" : fmt::format("only {} may", join(*named, ", "));
  standstill_.objections.push_back(
      {"override", false, false, fmt::format("{} can't override here: {}", request_.actor, who)});
  return false;
}

std::optional<Acceptance> Promotion::leave(const Decision& decision) {
  auto acceptance = decision.acceptance();
  if (!acceptance) {
    standstill_.objections = decision.objections();
    standstill_.overriders = environment().overriders;
    acceptance = request_.overriding ? decision.overriding() : std::nullopt;
  }
  if (acceptance && !acceptance->overridden().empty() && !may_override()) {
    return std::nullopt;
  }
  return acceptance;
}

std::optional<Transaction> Promotion::decide_move(const LedgerState& now, const LedgerState& seen) {
  standstill_ = {};
  gatings_.clear();
  at_ = event_time(now, request_.now);
  const PromotionFacts facts = gather(now, seen);
  if (!standstill_.moved.empty()) {
    return std::nullopt;
  }
  const auto acceptance = leave(promptctl::decide(facts));
  if (!acceptance) {
    return std::nullopt;
  }
  standstill_.objections.clear();
  Transaction transaction = promotion_of(*acceptance, request_.reason);
  if (!request_.terms.conditions.commit.empty()) {
    transaction.event.conditions = request_.terms.conditions;
  }
  transaction.event.method = environment().gate ? gate_method : "";
  transaction.event.at = at_;
  transaction.files = new_statements(now);
  if (environment().overriders && !acceptance->overridden().empty()) {
    transaction.check_signature = [](const SignatureCheck&) {};
  }
  return transaction;
}

// The event that asks for approvals of a move; none where the same was asked for, and can still be approved.
std::optional<Transaction> Promotion::request_of(Transaction move, const LedgerState& now) {
  const auto known = now.request(move.event.environment, move.event.moves.front().to.prompt);
  if (known && is_asked_for(move.event, *known) && request_.ask_standing(*known, now).state == RequestState::open) {
    standstill_.waiting = known;
    return std::nullopt;
  }
  move.event.type = EventType::request;
  move.event.proposed = std::exchange(move.event.moves, {});
  move.check_signature = [](const SignatureCheck&) {};
  return move;
}

std::optional<Transaction> Promotion::decide(const LedgerState& now, const LedgerState& seen) {
  auto move = decide_move(now, seen);
  return move && environment().approvals ? request_of(std::move(*move), now) : move;
}

Candidate candidate_for(const VersionRecord& record, std::optional<long long> from, const Environment& environment,
                        TimePoint at) {
  const Stay* before = environment.after ? record.stay(*environment.after) : nullptr;
  const auto stay = before != nullptr ? std::optional(longest_stay(*before, at)) : std::nullopt;
  return {{record.version.name, record.version.digest, from}, record.yanked, stay, {}, {}};
}

Transaction promotion_of(const Acceptance& acceptance, std::string reason) {
  Transaction transaction;
  transaction.event.type = acceptance.overridden().empty() ? EventType::promotion : EventType::overriding;
  transaction.event.reason = std::move(reason);
  transaction.event.environment = acceptance.environment();
  transaction.event.moves = acceptance.moves();
  transaction.event.policy = acceptance.policy();
  transaction.event.evidence = acceptance.evidence();
  transaction.event.objections = acceptance.overridden();
  return transaction;
}

std::optional<Transaction> Rollback::decide(const LedgerState& now, const LedgerState& seen) {
  standstill_ = {};
  const auto live = now.deployment(request_.environment, request_.prompt);
  if (!live) {
    throw Failure("not-live", fmt::format("no version of `{}` is live in {}", request_.prompt, request_.environment));
  }
  if (request_.to == live->move.to.version) {
    standstill_.live_already.push_back(live->move.to);
    return std::nullopt;
  }
  if (const auto moved = moved_since(request_.environment, request_.prompt, now, seen)) {
    standstill_.moved.push_back(*moved);
    return std::nullopt;
  }
  const VersionRecord target = target_of(request_, now);
  Transaction transaction;
  transaction.event.type = EventType::rollback;
  transaction.event.reason = request_.reason;
  transaction.event.environment = request_.environment;
  transaction.event.moves.push_back({target.version.name, target.version.digest, live->move.to.version});
  transaction.event.objections = target.stay(request_.environment)->objections;
  const auto bad = now.version(live->move.to);
  if (!request_.keep && bad && !bad->yanked) {
    transaction.event.yanked.push_back(live->move.to);
  }
  return transaction;
}

}  // namespace promptctl
