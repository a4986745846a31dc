#include "flow/approvals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "flow/approval_rules.hpp"
#include "flow/ledger_verification.hpp"
#include "gate/decision.hpp"

namespace promptctl {
namespace {

// The signatures of events, found by number.
class EventSignatures {
 public:
  EventSignatures(const Ledger& ledger, const LedgerState& now, const std::vector<AllowedSigner>& signers)
      : ledger_(ledger), signers_(signers), next_(now.commit()) {
    const auto event = now.event();
    newest_ = event ? event->seq : 0;
  }

  // The fingerprint of the key by which an event is known to be its actor's; none where it is not.
  std::optional<std::string> key_of(const EventStamp& stamp) {
    const auto commit = commit_of(stamp.seq);
    const SignatureCheck signature = commit ? ledger_.signature(*commit, signers_) : SignatureCheck();
    return signature_fault(signature, stamp) ? std::nullopt : std::optional(signature.key);
  }

 private:
  std::optional<std::string> commit_of(long long seq) {
    const auto place = static_cast<std::size_t>(newest_ - seq);
    while (seq <= newest_ && commits_.size() <= place && !next_.empty()) {
      commits_.push_back(next_);
      const LedgerCommit commit = ledger_.commit(next_);
      next_ = commit.parents.empty() ? std::string() : commit.parents.front();
    }
    return seq <= newest_ && place < commits_.size() ? std::optional(commits_[place]) : std::nullopt;
  }

  const Ledger& ledger_;
  const std::vector<AllowedSigner>& signers_;
  std::string next_;
  long long newest_ = 0;
  std::vector<std::string> commits_;  // newest first
};

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

// What speaks against an approval by `person`, given the keys that were used so far.
std::optional<std::string> bar_by_key(const std::string& key, const std::vector<Person>& others) {
  const auto same = std::find_if(others.begin(), others.end(), [&key](const Person& one) { return one.key == key; });
  return same == others.end() ? std::nullopt : std::optional(fmt::format("signed with the key of {}", same->actor));
}

struct Count {
  std::vector<Person> approved;
  std::vector<std::string> discounted;
  std::vector<EventStamp> rejections;
};

// What somebody said, and the key by which it is known to be his; none where it is not.
struct Word {
  EventStamp stamp;
  std::optional<std::string> key;
};

// What was said, without the approvals that their actors took back or repeated: whoever only bears a name takes nothing
// back.
std::vector<Word> standing_words(const ApprovalRequest& request, EventSignatures& signatures) {
  std::vector<Word> words;
  for (const EventStamp& answer : request.answers) {
    const auto key = signatures.key_of(answer);
    std::erase_if(words, [&](const Word& word) {
      return key && word.stamp.type != EventType::rejection && is_same_person(word.stamp.actor, answer.actor);
    });
    words.push_back({answer, key});
  }
  return words;
}

// Those whose keys an approval must not bear: who asked, unless he may approve, and who has approved.
std::vector<Person> taken_keys(const ApprovalRequest& request, const ApprovalPolicy& policy,
                               const std::string& requester_key, const std::vector<Person>& approved) {
  std::vector<Person> taken = approved;
  if (!policy.requester_may) {
    taken.push_back({request.stamp.actor, requester_key});
  }
  return taken;
}

Count count_of(const ApprovalRequest& request, const ApprovalPolicy& policy, const LedgerState& now,
               const std::string& requester_key, EventSignatures& signatures) {
  Count count;
  for (const auto& [stamp, key] : standing_words(request, signatures)) {
    if (stamp.type == EventType::rejection) {
      if (key && !bar_to_reject(request, policy, stamp.actor)) {
        count.rejections.push_back(stamp);
      }
      continue;
    }
    std::optional<std::string> bar = key ? std::nullopt : std::optional<std::string>("not signed by an allowed signer");
    bar = bar ? bar : bar_by_name(request, policy, now, stamp.actor);
    bar = bar ? bar : bar_by_key(*key, taken_keys(request, policy, requester_key, count.approved));
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
  if (!terms.environment.approvals || request.policy != terms.policy) {
    return fmt::format("the main branch has other conditions for {} now", request.environment);
  }
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

std::optional<Ending> ending_by_words(const ApprovalRequest& request, const ApprovalPolicy& policy, const Count& count,
                                      TimePoint at) {
  for (const EventStamp& word : count.rejections) {
    if (policy.veto || is_same_person(word.actor, request.stamp.actor)) {
      return Ending{RequestState::rejected, fmt::format("was rejected by {}: {}", word.actor, word.reason)};
    }
  }
  if (at > request.stamp.at + policy.expires) {
    return Ending{RequestState::expired, fmt::format("expired at {}", utc_text(request.stamp.at + policy.expires))};
  }
  return std::nullopt;
}

RequestStanding ended(Ending ending, std::vector<std::string> approved = {}) {
  return {ending.state, std::move(ending.why), std::move(approved), {}, 0};
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

std::string_view request_state_name(RequestState state) {
  constexpr std::array<std::string_view, 6> names{"open", "carried out", "replaced", "void", "rejected", "expired"};
  return names.at(static_cast<std::size_t>(state));
}

RequestStanding standing_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now,
                            const Ledger& ledger, TimePoint at) {
  if (auto ending = ending_of(request, terms, now)) {
    return ended(std::move(*ending), approvers_of(request));
  }
  EventSignatures signatures(ledger, now, terms.signers);
  const auto requester_key = signatures.key_of(request.stamp);
  if (!requester_key) {
    return ended({RequestState::void_of_object,
                  fmt::format("is void: no allowed signer has signed it as {}", request.stamp.actor)});
  }
  const ApprovalPolicy policy = terms.approvals();
  Count count = count_of(request, policy, now, *requester_key, signatures);
  if (auto ending = ending_by_words(request, policy, count, at)) {
    return ended(std::move(*ending));
  }
  RequestStanding standing;
  std::transform(count.approved.begin(), count.approved.end(), std::back_inserter(standing.approved),
                 [](const Person& person) { return person.actor; });
  standing.discounted = std::move(count.discounted);
  standing.missing = std::max(0LL, policy.need - static_cast<long long>(count.approved.size()));
  return standing;
}

long long missing_after(const RequestStanding& standing, std::string_view actor) {
  const bool has_approved =
      std::any_of(standing.approved.begin(), standing.approved.end(),
                  [actor](const std::string& approver) { return is_same_person(approver, actor); });
  return std::max(0LL, standing.missing - (has_approved ? 0 : 1));
}

std::optional<std::string> bar_to_approve(const ApprovalRequest& request, const ApprovalTerms& terms,
                                          const LedgerState& now, const Ledger& ledger, const Person& person) {
  const ApprovalPolicy policy = terms.approvals();
  auto bar = bar_by_name(request, policy, now, person.actor);
  if (bar || person.key.empty()) {
    return bar;
  }
  EventSignatures signatures(ledger, now, terms.signers);
  const std::string requester_key = signatures.key_of(request.stamp).value_or("");
  Count count = count_of(request, policy, now, requester_key, signatures);
  std::erase_if(count.approved, [&person](const Person& one) { return is_same_person(one.actor, person.actor); });
  return bar_by_key(person.key, taken_keys(request, policy, requester_key, count.approved));
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
