#include "release/approvals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "ledger/approval_rules.hpp"
#include "release/decision.hpp"

namespace promptctl {
namespace {

// Why somebody has no say in an environment at all.
std::optional<std::string> bar_to_speak(const ApprovalPolicy& policy, const std::string& actor) {
  return policy.of.empty() || is_named_among(policy.of, actor)
             ? std::nullopt
             : std::optional(fmt::format("only {} may", join(policy.of, ", ")));
}

// Why somebody is none of those who may approve, whoever else has.
std::optional<std::string> bar_by_name(const ApprovalRequest& request, const ApprovalPolicy& policy,
                                       const LedgerState& now, const std::string& actor) {
  if (auto bar = bar_to_speak(policy, actor)) {
    return bar;
  }
  if (!policy.requester_may && is_same_person(actor, request.stamp.actor)) {
    return "who asks for it can't approve it";
  }
  for (const Move& move : request.moves) {
    const auto record = now.version(move.to);
    if (!policy.author_may && record && is_same_person(actor, record->version.author)) {
      return fmt::format("the author of {} can't approve it", version_text(move.to));
    }
  }
  return std::nullopt;
}

// Whether enough of those who are named are neither its author nor who asked.
bool can_be_met(const ApprovalRequest& request, const ApprovalPolicy& policy, const LedgerState& now) {
  std::set<std::string> able;
  for (const std::string& address : policy.of) {
    if (!bar_by_name(request, policy, now, fmt::format("<{}>", address))) {
      able.insert(lower_ascii(address));
    }
  }
  return policy.of.empty() || static_cast<long long>(able.size()) >= policy.need;
}

// Those who approve nothing under another name: who asked and who wrote it, unless they may, and who has approved.
std::vector<Person> others_of(const ApprovalRequest& request, const ApprovalPolicy& policy, const LedgerState& now,
                              const std::string& requester_key, const std::vector<Person>& approved) {
  std::vector<Person> others = approved;
  if (!policy.requester_may) {
    others.push_back({request.stamp.actor, requester_key});
  }
  for (const Move& move : policy.author_may ? std::vector<Move>() : request.moves) {
    if (const auto record = now.version(move.to)) {
      others.push_back({record->version.author, ""});
    }
  }
  return others;
}

std::optional<std::string> bar_by_key(const Person& person, const std::vector<Person>& others,
                                      const std::vector<AllowedSigner>& signers) {
  for (const Person& other : others) {
    if (auto why = why_one(person, other, signers)) {
      return why;
    }
  }
  return std::nullopt;
}

// Why a signed approval does not count beside those of others.
std::optional<std::string> bar_to_count(const ApprovalRequest& request, const ApprovalTerms& terms,
                                        const LedgerState& now, const Person& person,
                                        const std::vector<Person>& others) {
  auto bar = bar_by_name(request, terms.approvals(), now, person.actor);
  return bar ? bar : bar_by_key(person, others, terms.signers);
}

struct Count {
  std::vector<Person> approved;
  std::vector<std::string> discounted;
  std::vector<EventStamp> rejections;  // by who may
  std::vector<EventStamp> said;        // all that is signed
};

Count count_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now,
               const std::string& requester_key, EventCommits& events) {
  const ApprovalPolicy policy = terms.approvals();
  Count count;
  for (const auto& [stamp, key] : standing_words(request, events, terms.signers)) {
    const bool rejects = stamp.type == EventType::rejection;
    if (key) {
      count.said.push_back(stamp);
    }
    if (rejects && key && !bar_to_reject(request, policy, stamp.actor)) {
      count.rejections.push_back(stamp);
    }
    if (rejects) {
      continue;
    }
    const auto bar = key ? bar_to_count(request, terms, now, {stamp.actor, *key},
                                        others_of(request, policy, now, requester_key, count.approved))
                         : std::optional<std::string>("not signed by an allowed signer");
    if (bar) {
      count.discounted.push_back(fmt::format("{}: {}", stamp.actor, *bar));
    } else {
      count.approved.push_back({stamp.actor, *key});
    }
  }
  return count;
}

// What a request was bound to and is otherwise now.
std::optional<std::string> void_reason(const ApprovalRequest& request, const ApprovalTerms& terms,
                                       const LedgerState& now) {
  return terms.environment.approvals && request.policy == terms.policy
             ? moved_on(request, now)
             : std::optional(fmt::format("the main branch has other conditions for {} now", request.environment));
}

struct Ending {
  RequestState state;
  std::string why;
};

std::optional<Ending> ending_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now) {
  if (is_carried_out(request)) {
    const EventStamp& last = request.answers.back();
    return Ending{RequestState::carried_out, fmt::format("was carried out by event {}", last.seq)};
  }
  if (!is_newest(request, now)) {
    return Ending{RequestState::replaced, "was replaced by a newer one"};
  }
  if (auto why = void_reason(request, terms, now)) {
    return Ending{RequestState::void_of_object, "is void: " + *why};
  }
  return std::nullopt;
}

std::optional<Ending> ending_by_words(const ApprovalRequest& request, const ApprovalPolicy& policy,
                                      const Count& count) {
  for (const EventStamp& word : count.rejections) {
    if (policy.veto || is_same_person(word.actor, request.stamp.actor)) {
      return Ending{RequestState::rejected, fmt::format("was rejected by {}: {}", word.actor, word.reason)};
    }
  }
  return std::nullopt;
}

std::optional<Ending> ending_by_time(const ApprovalRequest& request, const ApprovalPolicy& policy, TimePoint at) {
  const TimePoint until = request.stamp.at + policy.expires;
  return at > until ? std::optional(Ending{RequestState::expired, fmt::format("expired at {}", utc_text(until))})
                    : std::nullopt;
}

bool has_rejection(const ApprovalRequest& request) {
  return std::any_of(request.answers.begin(), request.answers.end(),
                     [](const EventStamp& answer) { return answer.type == EventType::rejection; });
}

// Of a request that was carried out: as the promotion says, while that is what is live.
std::vector<std::string> approvers_of(const ApprovalRequest& request, const LedgerState& now) {
  const auto live = now.deployment(request.environment, request.moves.front().to.prompt);
  return live && live->request == request.stamp.seq ? live->approved_by : std::vector<std::string>();
}

RequestStanding ended(Ending ending, std::vector<std::string> approved = {}) {
  return {ending.state, std::move(ending.why), std::move(approved), {}, 0, {}, true};
}

}  // namespace

bool is_named_among(const std::vector<std::string>& addresses, std::string_view actor) {
  const std::string address = address_of(actor);
  return std::any_of(addresses.begin(), addresses.end(),
                     [&address](const std::string& one) { return lower_ascii(one) == address; });
}

std::optional<std::string> bar_to_reject(const ApprovalRequest& request, const ApprovalPolicy& policy,
                                         const std::string& actor) {
  return is_same_person(actor, request.stamp.actor) ? std::nullopt : bar_to_speak(policy, actor);
}

std::optional<std::string> moved_on(const ApprovalRequest& request, const LedgerState& now) {
  for (const Move& move : request.moves) {
    const auto live = now.deployment(request.environment, move.to.prompt);
    const auto from = live ? std::optional(live->move.to.version) : std::nullopt;
    if (from != move.from) {
      return fmt::format("{} was moved there since", from ? version_text({move.to.prompt, *from}) : move.to.prompt);
    }
    const auto record = now.version(move.to);
    if (!record || record->yanked) {
      return fmt::format("{} was yanked since", version_text(move.to));
    }
  }
  return std::nullopt;
}

std::string_view request_state_name(RequestState state) {
  constexpr std::array<std::string_view, 6> names{"open", "carried out", "replaced", "void", "rejected", "expired"};
  return names.at(static_cast<std::size_t>(state));
}

// What can be told without checking a signature comes first.
RequestStanding standing_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now,
                            EventCommits& events, TimePoint at) {
  if (auto ending = ending_of(request, terms, now)) {
    return ended(std::move(*ending), approvers_of(request, now));
  }
  const ApprovalPolicy policy = terms.approvals();
  auto expiry = ending_by_time(request, policy, at);
  if (expiry && !has_rejection(request)) {
    return ended(std::move(*expiry));
  }
  const auto requester_key = events.key_of(request.stamp, terms.signers);
  if (!requester_key) {
    return ended({RequestState::void_of_object,
                  fmt::format("is void: no allowed signer has signed it as {}", request.stamp.actor)});
  }
  Count count = count_of(request, terms, now, *requester_key, events);
  auto ending = ending_by_words(request, policy, count);
  if (ending || expiry) {
    return ended(ending ? std::move(*ending) : std::move(*expiry));
  }
  RequestStanding standing;
  std::transform(count.approved.begin(), count.approved.end(), std::back_inserter(standing.approved),
                 [](const Person& person) { return person.actor; });
  standing.discounted = std::move(count.discounted);
  standing.missing = std::max(0LL, policy.need - static_cast<long long>(count.approved.size()));
  standing.said = std::move(count.said);
  standing.can_be_met = can_be_met(request, policy, now);
  return standing;
}

std::vector<std::string> approved_with(const RequestStanding& standing, const std::string& actor) {
  std::vector<std::string> approved = standing.approved;
  std::erase_if(approved, [&actor](const std::string& one) { return is_same_person(one, actor); });
  approved.push_back(actor);
  return approved;
}

long long missing_with(const RequestStanding& standing, const std::string& actor) {
  const std::size_t more = approved_with(standing, actor).size() - standing.approved.size();
  return std::max(0LL, standing.missing - static_cast<long long>(more));
}

std::optional<std::string> bar_to_approve(const ApprovalRequest& request, const ApprovalTerms& terms,
                                          const LedgerState& now, EventCommits& events, const Person& person) {
  const ApprovalPolicy policy = terms.approvals();
  auto bar = bar_by_name(request, policy, now, person.actor);
  if (bar || person.key.empty()) {
    return bar;
  }
  const std::string requester_key = events.key_of(request.stamp, terms.signers).value_or("");
  Count count = count_of(request, terms, now, requester_key, events);
  std::erase_if(count.approved, [&person](const Person& one) { return is_same_person(one.actor, person.actor); });
  return bar_by_key(person, others_of(request, policy, now, requester_key, count.approved), terms.signers);
}

bool is_asked_for(const LedgerEvent& decided, const ApprovalRequest& request) {
  return decided.environment == request.environment && decided.moves == request.moves &&
         decided.policy == request.policy && decided.evidence == request.evidence &&
         std::all_of(decided.objections.begin(), decided.objections.end(),
                     [&request](const std::string& objection) { return is_named(objection, request.objections); });
}

std::string approvers_text(const ApprovalPolicy& policy) {
  std::string text = policy.of.empty() ? "whoever may sign" : join(policy.of, ", ");
  std::vector<std::string> excluded;
  if (!policy.requester_may) {
    excluded.emplace_back("who asked for it");
  }
  if (!policy.author_may) {
    excluded.emplace_back("who wrote it");
  }
  return excluded.empty() ? text : fmt::format("{}; not {}", text, join(excluded, " or "));
}

}  // namespace promptctl
