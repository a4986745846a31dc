#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_fault.hpp"

namespace promptctl {

// The check that a tip descends from what is trusted.
constexpr std::string_view descent_check = "descent";

// The check of a checkpoint.
constexpr std::string_view checkpoint_check = "checkpoint";

struct Verification {
  long long events = 0;    // in the chain
  long long replayed = 0;  // of these, by this verification
  std::string tip;
  std::string trusted;              // the commit before those that were replayed; empty: there is none
  std::vector<LedgerFault> faults;  // of the chain a hundred at most; more say no more
  std::vector<LedgerNote> notes = {};

  bool accepted() const { return faults.empty(); }
};

// Whose signatures events must bear, from which event on.
struct SigningPolicy {
  std::vector<AllowedSigner> signers;
  long long signed_from = 1;
};

struct VerificationRange {
  std::string tip;
  std::string since;  // a commit that is trusted, by its id or the start of one, or an event's number; empty: none is
  TimePoint now;      // by the reader's clock
  std::optional<SigningPolicy> signing = {};
};

// Whether the actor of an event, by his address, is one who may sign with the key that signed it.
bool is_signed_by(const SignatureCheck& signature, const std::string& actor);

// Why the signature of an event's commit does not make it its actor's; none where it does. The commit must be dated as
// the event: whoever dates it back signs with a key that has expired since.
std::optional<std::string> signature_fault(const SignatureCheck& signature, const EventStamp& stamp);

// Replays the events after `since` and holds every commit to what its event says: one parent, the next number, the
// digest of the event before, a time that is not to come, the ledger's rules, each view byte for byte, each bundle and
// statement by its digests, and no other change; and, where signatures are asked for, one by an allowed signer whose
// address is the actor's. A `since` that the tip does not descend from is a `descent` fault: the branch was replaced.
Verification verify_ledger(const Ledger& ledger, const VerificationRange& range);

}  // namespace promptctl
