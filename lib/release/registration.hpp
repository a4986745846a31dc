#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_writer.hpp"
#include "registry/registry.hpp"

namespace promptctl {

// A prompt's committed content, to be given a number.
struct Registrant {
  std::string prompt;
  BundleText text;
  std::string interface_digest;
  std::string commit;
  std::string path;  // of the prompt's file, from the repository's top
  std::string author;
};

// What became of one of them.
struct RegistrationOutcome {
  enum class Kind { registered, known, yanked, elsewhere, not_registered };

  Kind kind = Kind::registered;
  VersionName name;
  std::string digest;
  std::optional<VersionName> interface_changed_since;  // the version before it, when its interface is another
  std::optional<EventStamp> yanked;                    // why it is refused: this content was withdrawn
  std::string path;                                    // elsewhere: where the version before it was registered from
  std::vector<std::string> evidence;                   // digests of the statements that are recorded for it now
  std::vector<std::string> known_evidence;             // of those among the given that were recorded before

  bool is_refused() const { return kind == Kind::yanked || kind == Kind::elsewhere; }
};

struct RegistrationOptions {
  std::string label;
  std::string message;
  bool changed_only = false;  // leave out what is known already
  bool moved = false;         // a prompt may come from another path than its version before
};

// Records the next version of each prompt whose content is new, all in one event; what is known already keeps its
// number. When one that was asked for by name is refused, nothing is recorded. Evidence is recorded with the versions
// whose content it is of; where none of them is new, by an attestation.
class Registration {
 public:
  // Each statement must be of a registrant's content: see `check_admission`.
  Registration(std::vector<Registrant> registrants, RegistrationOptions options,
               std::vector<EvidenceStatement> evidence = {})
      : registrants_(std::move(registrants)), options_(std::move(options)), evidence_(std::move(evidence)) {}

  // For `record`.
  std::optional<Transaction> decide(const LedgerState& now);

  // Of the last decision, in the order of the registrants.
  const std::vector<RegistrationOutcome>& outcomes() const { return outcomes_; }

 private:
  RegistrationOutcome outcome_of(const Registrant& registrant, const std::string& digest, const LedgerState& now) const;
  void attach_evidence(RegistrationOutcome& outcome, const LedgerState& now, Transaction& transaction) const;
  bool is_told(const RegistrationOutcome& outcome) const;

  std::vector<Registrant> registrants_;
  RegistrationOptions options_;
  std::vector<EvidenceStatement> evidence_;
  std::vector<RegistrationOutcome> outcomes_;
};

}  // namespace promptctl
