#include "release/approving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/diagnostic.hpp"
#include "ledger/ledger_writer.hpp"

namespace promptctl {
namespace {

constexpr std::string_view approvals_condition = "approvals";

std::vector<Address> addresses_of(const ApprovalRequest& request) {
  std::vector<Address> addresses;
  addresses.reserve(request.moves.size());
  for (const Move& move : request.moves) {
    addresses.push_back({move.to.prompt, Address::Kind::version, std::to_string(move.to.version)});
  }
  return addresses;
}

bool has_said_so(const Answer& answer, const RequestStanding& standing) {
  const auto last = std::find_if(standing.said.rbegin(), standing.said.rend(),
                                 [&answer](const EventStamp& one) { return is_same_person(one.actor, answer.actor); });
  return last != standing.said.rend() && (last->type == EventType::rejection) == answer.rejects;
}

}  // namespace

ApprovalRequest require_request(long long number, const LedgerState& now) {
  const std::vector<ApprovalRequest> all = now.requests();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [number](const ApprovalRequest& request) { return request.stamp.seq == number; });
  if (found == all.end()) {
    throw Failure("no-request", fmt::format("there is no request {}, or a newer one has taken its place", number),
                  "promptctl approve --list shows those that wait");
  }
  return *found;
}

void Approval::object(std::string message) {
  standstill_.objections.push_back({approvals_condition, false, false, std::move(message)});
}

// Why this actor can't say this.
std::optional<std::string> Approval::bar(const LedgerState& now) const {
  EventCommits events(ledger_, now);
  const auto why = answer_.rejects ? bar_to_reject(request_, terms_.approvals.approvals(), answer_.actor)
                                   : bar_to_approve(request_, terms_.approvals, now, events, {answer_.actor, ""});
  return why ? std::optional(fmt::format("{} can't {} request {}: {}", answer_.actor,
                                         answer_.rejects ? "reject" : "approve", request_.stamp.seq, *why))
             : std::nullopt;
}

Transaction Approval::answer(EventType type) const {
  Transaction transaction;
  LedgerEvent& event = transaction.event;
  event.type = type;
  event.request = request_.stamp.seq;
  event.environment = request_.environment;
  event.proposed = request_.moves;
  event.policy = request_.policy;
  event.evidence = request_.evidence;
  event.objections = request_.objections;
  event.reason = answer_.reason;
  return transaction;
}

std::optional<Transaction> Approval::carry_out(const LedgerState& now) {
  const std::string& reason = answer_.reason.empty() ? request_.stamp.reason : answer_.reason;
  Promotion promotion(
      {addresses_of(request_), terms_, reason, !request_.objections.empty(), answer_.now, request_.stamp.actor});
  auto transaction = promotion.decide_move(now, now);
  gatings_ = promotion.gatings();
  if (!transaction) {
    standstill_ = promotion.standstill();
    return std::nullopt;
  }
  LedgerEvent& event = transaction->event;
  if (!is_asked_for(event, request_)) {
    object(fmt::format("decided again, request {} rests on other evidence or goes past something else: ask anew",
                       request_.stamp.seq));
    return std::nullopt;
  }
  // The mark of an override stays, though what it went past may have passed meanwhile.
  event.type = request_.objections.empty() ? EventType::promotion : EventType::overriding;
  event.objections = request_.objections;
  event.request = request_.stamp.seq;
  event.approved_by = approved_with(standing_, answer_.actor);
  return transaction;
}

// Whether the request can be answered so, by this actor; says why not.
bool Approval::may_answer(const LedgerState& now) {
  if (standing_.state != RequestState::open) {
    object(fmt::format("request {} {}", request_.stamp.seq, standing_.why));
  } else if (auto why = bar(now)) {
    object(std::move(*why));
  } else if (has_said_so(answer_, standing_) && (answer_.rejects || standing_.missing > 0)) {
    object(fmt::format("{} has said so before", answer_.actor));
  }
  return standstill_.objections.empty();
}

// An approval is its actor's, under whatever name he approved before.
void Approval::check_key(const std::string& before, const SignatureCheck& signature) const {
  const LedgerState now = state_at(ledger_, before);
  EventCommits events(ledger_, now);
  const auto why = bar_to_approve(request_, terms_.approvals, now, events, {answer_.actor, signature.key});
  if (why) {
    throw Failure("same-key", fmt::format("{} can't approve request {}: {}", answer_.actor, request_.stamp.seq, *why),
                  "approvals are of people, each with a key of his own");
  }
}

std::optional<Transaction> Approval::decide(const LedgerState& now) {
  standstill_ = {};
  gatings_.clear();
  request_ = require_request(answer_.request, now);
  terms_ = terms_of_(request_);
  for (const Move& move : request_.moves) {
    require_own_registry(move.to, terms_.conditions.registry, now);
  }
  EventCommits events(ledger_, now);
  standing_ = standing_of(request_, terms_.approvals, now, events, event_time(now, answer_.now));
  const bool is_done = standing_.state == RequestState::carried_out && !answer_.rejects;
  if (is_done || !may_answer(now)) {
    return std::nullopt;
  }
  if (answer_.rejects) {
    Transaction transaction = answer(EventType::rejection);
    transaction.check_signature = [](const SignatureCheck&) {};
    return transaction;
  }
  auto transaction =
      missing_with(standing_, answer_.actor) == 0 ? carry_out(now) : std::optional(answer(EventType::approval));
  if (transaction) {
    transaction->check_signature = [this, before = now.commit()](const SignatureCheck& signature) {
      check_key(before, signature);
    };
  }
  return transaction;
}

}  // namespace promptctl
