#include "release/registration.hpp"

#include <algorithm>
#include <functional>

#include "ledger/ledger_views.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

using Kind = RegistrationOutcome::Kind;

void withdraw(RegistrationOutcome& outcome) {
  outcome.kind = outcome.kind == Kind::registered ? Kind::not_registered : outcome.kind;
  outcome.evidence.clear();
}

}  // namespace

RegistrationOutcome Registration::outcome_of(const Registrant& registrant, const std::string& digest,
                                             const LedgerState& now) const {
  if (const auto known = now.find_digest(registrant.prompt, digest)) {
    return {known->yanked ? Kind::yanked : Kind::known, known->version.name, digest, {}, known->yanked, {}, {}, {}};
  }
  const long long newest = now.prompt(registrant.prompt).versions;
  RegistrationOutcome outcome{Kind::registered, {registrant.prompt, 1}, digest, {}, {}, {}, {}, {}};
  if (newest > 0) {
    outcome.name.version = newest + 1;
    const auto before = now.version({registrant.prompt, newest});
    if (before && before->version.path != registrant.path && !options_.moved) {
      outcome.kind = Kind::elsewhere;
      outcome.path = before->version.path;
    }
    if (before && before->version.interface_digest != registrant.interface_digest) {
      outcome.interface_changed_since = before->version.name;
    }
  }
  return outcome;
}

void Registration::attach_evidence(RegistrationOutcome& outcome, const LedgerState& now,
                                   Transaction& transaction) const {
  const auto known = outcome.kind == Kind::known ? now.version(outcome.name) : std::nullopt;
  const auto holds = [](const std::vector<std::string>& digests, const std::string& digest) {
    return std::find(digests.begin(), digests.end(), digest) != digests.end();
  };
  for (const EvidenceStatement& statement : evidence_) {
    if (statement.sample.header.prompt_digest != outcome.digest || holds(outcome.evidence, statement.digest)) {
      continue;
    }
    if (known && holds(known->evidence, statement.digest)) {
      outcome.known_evidence.push_back(statement.digest);
      continue;
    }
    outcome.evidence.push_back(statement.digest);
    transaction.event.evidence.push_back({outcome.name, statement.digest});
    if (!now.read(evidence_path(statement.digest))) {
      transaction.files.push_back({evidence_path(statement.digest), statement.text});
    }
  }
}

// --changed leaves out what is known, but not what was said of it.
bool Registration::is_told(const RegistrationOutcome& outcome) const {
  return outcome.kind != Kind::known || !options_.changed_only || !outcome.evidence.empty() ||
         !outcome.known_evidence.empty();
}

std::optional<Transaction> Registration::decide(const LedgerState& now) {
  outcomes_.clear();
  Transaction transaction;
  transaction.event.type = EventType::registration;
  transaction.event.reason = options_.message;
  for (const Registrant& registrant : registrants_) {
    const BundleManifest manifest = manifest_of(registrant.text);
    RegistrationOutcome outcome = outcome_of(registrant, bundle_digest(manifest), now);
    if (outcome.kind == Kind::registered) {
      transaction.event.registered.push_back({outcome.name, outcome.digest, registrant.interface_digest, manifest,
                                              registrant.commit, registrant.path, registrant.author, options_.label});
      const auto files = bundle_files(outcome.name, registrant.text);
      transaction.files.insert(transaction.files.end(), files.begin(), files.end());
    }
    if (outcome.kind == Kind::registered || outcome.kind == Kind::known) {
      attach_evidence(outcome, now, transaction);
    }
    if (is_told(outcome)) {
      outcomes_.push_back(std::move(outcome));
    }
  }
  // After a rollback the working tree still has what was yanked: that must not keep other prompts from their numbers.
  const bool refused = !options_.changed_only &&
                       std::any_of(outcomes_.begin(), outcomes_.end(), std::mem_fn(&RegistrationOutcome::is_refused));
  if (refused || (transaction.event.registered.empty() && transaction.event.evidence.empty())) {
    std::for_each(outcomes_.begin(), outcomes_.end(), withdraw);
    return std::nullopt;
  }
  if (transaction.event.registered.empty()) {
    transaction.event.type = EventType::attestation;
  }
  return transaction;
}

}  // namespace promptctl
