#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/allowed_signers.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// The commits of events up to a state of the ledger, found by number; each is read once. Both must outlive it.
class EventCommits {
 public:
  EventCommits(const Ledger& ledger, const LedgerState& now);

  // The fingerprint of the key by which an event is known to be its actor's; none where it is not.
  std::optional<std::string> key_of(const EventStamp& stamp, const std::vector<AllowedSigner>& signers);

 private:
  std::optional<std::string> commit_of(long long seq);

  const Ledger& ledger_;
  std::string next_;
  long long newest_ = 0;
  std::vector<std::string> commits_;  // newest first
};

// Somebody who has said something, and the key by which it is known to be his.
struct Person {
  std::string actor;  // "Name <address>"
  std::string key;    // its fingerprint; empty: not known
};

// Why somebody who signed may be another, whatever name he bears: they have the same key, or the file of allowed
// signers has the key of one for the address of the other as well, whenever and for whatever it may sign. None where it
// tells them apart.
std::optional<std::string> why_one(const Person& person, const Person& other,
                                   const std::vector<AllowedSigner>& signers);

// What somebody said to a request, and the key by which it is known to be his; none where it is not.
struct Word {
  EventStamp stamp;
  std::optional<std::string> key;
};

// What was said to a request, without the approvals that their actors took back or repeated. What is not signed takes
// nothing back.
std::vector<Word> standing_words(const ApprovalRequest& request, EventCommits& events,
                                 const std::vector<AllowedSigner>& signers);

}  // namespace promptctl
