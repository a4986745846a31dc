#include "flow/registration.hpp"

#include <algorithm>
#include <functional>

#include "codec/bundle_manifest.hpp"
#include "flow/ledger_views.hpp"

namespace promptctl {
namespace {

using Kind = RegistrationOutcome::Kind;

void withdraw(RegistrationOutcome& outcome) {
  outcome.kind = outcome.kind == Kind::registered ? Kind::not_registered : outcome.kind;
}

}  // namespace

RegistrationOutcome Registration::outcome_of(const Registrant& registrant, const std::string& digest,
                                             const LedgerState& now) const {
  if (const auto known = now.find_digest(registrant.prompt, digest)) {
    return {known->yanked ? Kind::yanked : Kind::known, known->version.name, digest, {}, known->yanked, {}};
  }
  const std::vector<long long> numbers = now.versions(registrant.prompt);
  RegistrationOutcome outcome{Kind::registered, {registrant.prompt, 1}, digest, {}, {}, {}};
  if (!numbers.empty()) {
    outcome.name.version = numbers.back() + 1;
    const auto before = now.version({registrant.prompt, numbers.back()});
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
      transaction.bundles.insert(transaction.bundles.end(), files.begin(), files.end());
    }
    if (outcome.kind != Kind::known || !options_.changed_only) {
      outcomes_.push_back(std::move(outcome));
    }
  }
  // After a rollback the working tree still has what was yanked: that must not keep other prompts from their numbers.
  const bool refused = !options_.changed_only &&
                       std::any_of(outcomes_.begin(), outcomes_.end(), std::mem_fn(&RegistrationOutcome::is_refused));
  if (refused || transaction.event.registered.empty()) {
    std::for_each(outcomes_.begin(), outcomes_.end(), withdraw);
    return std::nullopt;
  }
  return transaction;
}

}  // namespace promptctl
