#include "release/signed_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ssh_key.hpp"
#include "base/text.hpp"
#include "ledger/ledger_verification.hpp"

namespace promptctl {
namespace {

// Letters count alike: that somebody is another must not hang on how his address is written.
bool is_key_of(const std::string& key, const std::string& actor, const std::vector<AllowedSigner>& signers) {
  const std::string address = address_of(actor);
  return !key.empty() && !address.empty() &&
         std::any_of(signers.begin(), signers.end(), [&](const AllowedSigner& signer) {
           return is_in_pattern_list(lower_ascii(signer.principals), address) && ssh_fingerprint(signer.key) == key;
         });
}

}  // namespace

EventCommits::EventCommits(const Ledger& ledger, const LedgerState& now) : ledger_(ledger), next_(now.commit()) {
  const auto event = now.event();
  newest_ = event ? event->seq : 0;
}

std::optional<std::string> EventCommits::key_of(const EventStamp& stamp, const std::vector<AllowedSigner>& signers) {
  const auto commit = commit_of(stamp.seq);
  const SignatureCheck signature = commit ? ledger_.signature(*commit, signers) : SignatureCheck();
  return signature_fault(signature, stamp) ? std::nullopt : std::optional(signature.key);
}

std::optional<std::string> EventCommits::commit_of(long long seq) {
  const auto place = static_cast<std::size_t>(newest_ - seq);
  while (seq <= newest_ && commits_.size() <= place && !next_.empty()) {
    commits_.push_back(next_);
    const LedgerCommit commit = ledger_.commit(next_);
    next_ = commit.parents.empty() ? std::string() : commit.parents.front();
  }
  return seq <= newest_ && place < commits_.size() ? std::optional(commits_[place]) : std::nullopt;
}

std::optional<std::string> why_one(const Person& person, const Person& other,
                                   const std::vector<AllowedSigner>& signers) {
  if ((!person.key.empty() && person.key == other.key) || is_key_of(person.key, other.actor, signers)) {
    return fmt::format("signed with the key of {}", other.actor);
  }
  return is_key_of(other.key, person.actor, signers)
             ? std::optional(fmt::format("{} has signed with a key that is theirs too", other.actor))
             : std::nullopt;
}

std::vector<Word> standing_words(const ApprovalRequest& request, EventCommits& events,
                                 const std::vector<AllowedSigner>& signers) {
  std::vector<Word> words;
  for (const EventStamp& answer : request.answers) {
    const auto key = events.key_of(answer, signers);
    std::erase_if(words, [&](const Word& word) {
      return key && word.stamp.type != EventType::rejection && is_same_person(word.stamp.actor, answer.actor);
    });
    words.push_back({answer, key});
  }
  return words;
}

}  // namespace promptctl
