#include "ledger/ledger_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "ledger/ledger_evidence.hpp"
#include "ledger/ledger_rules.hpp"
#include "ledger/ledger_views.hpp"

namespace promptctl {
namespace {

constexpr int most_attempts = 60;

// The versions that an event is about, each once.
std::vector<std::string> names_of(const LedgerEvent& event) {
  std::vector<std::string> names;
  const auto add = [&names](const VersionName& name) {
    std::string text = version_text(name);
    if (std::find(names.begin(), names.end(), text) == names.end()) {
      names.push_back(std::move(text));
    }
  };
  for (const RegisteredVersion& version : event.registered) {
    add(version.name);
  }
  for (const Move& move : event.moves) {
    add(move.to);
  }
  for (const Move& move : event.proposed) {
    add(move.to);
  }
  if (names.empty()) {  // What a rollback yanks is not what it is about.
    std::for_each(event.yanked.begin(), event.yanked.end(), add);
    std::for_each(event.restored.begin(), event.restored.end(), add);
  }
  if (names.empty()) {
    std::for_each(event.evidence.begin(), event.evidence.end(),
                  [&add](const EvidenceLink& link) { add(link.subject); });
  }
  return names;
}

// The first line of the commit: "promote support/triage@4 to production".
std::string subject_of(const LedgerEvent& event) {
  std::vector<std::string> names = names_of(event);
  constexpr std::size_t most_names = 5;
  const std::string more =
      names.size() > most_names ? fmt::format(" and {} more", grouped(names.size() - most_names)) : "";
  names.resize(std::min(names.size(), most_names));
  return fmt::format("{} {}{}{}", event_type_name(event.type), join(names, ", "), more,
                     event.environment.empty() ? "" : " to " + event.environment);
}

std::string message_of(const LedgerEvent& event) {
  return subject_of(event) + "\n" + (event.reason.empty() ? "" : "\n" + event.reason + "\n");
}

// What others would refuse is a bug here.
void require_good(const Transaction& transaction, const LedgerState& before) {
  std::vector<std::string> faults = rules_broken(transaction.event, before, before.event());
  const auto read = [&](const std::string& path) {
    const auto file = std::find_if(transaction.files.begin(), transaction.files.end(),
                                   [&path](const LedgerFile& one) { return one.path == path; });
    return file == transaction.files.end() ? before.read(path) : std::optional(file->content);
  };
  if (faults.empty()) {
    faults = evidence_faults(transaction.event, before, read);
  }
  const std::vector<std::string> linked = evidence_paths(transaction.event);
  for (const LedgerFile& file : transaction.files) {
    if (file.path.starts_with("evidence/") && std::find(linked.begin(), linked.end(), file.path) == linked.end()) {
      faults.push_back(file.path + " is not linked");
    }
  }
  if (!faults.empty()) {
    throw std::logic_error("an event breaks the ledger's rules: " + faults.front());
  }
}

LedgerDraft draft_of(const Transaction& transaction, const std::optional<std::string>& parent,
                     const LedgerState& before) {
  require_good(transaction, before);
  LedgerDraft draft{parent, views_after(transaction.event, before), message_of(transaction.event),
                    transaction.event.actor, transaction.event.at};
  draft.files.insert(draft.files.end(), transaction.files.begin(), transaction.files.end());
  return draft;
}

void complete(LedgerEvent& event, const LedgerState& before, const LedgerWriter& writer) {
  const auto last = before.event();
  event.seq = last ? last->seq + 1 : 1;
  event.previous = before.event_digest();
  event.actor = writer.actor;
  event.at = event.at == TimePoint() ? event_time(before, writer.clock.now()) : event.at;
}

// A time that others would refuse, or that would count for too much or too little of a soak, is not written.
void require_right_clock(const LedgerWriter& writer) {
  const auto server = writer.ledger.server_time();
  const TimePoint here = std::chrono::floor<std::chrono::seconds>(writer.clock.now());
  if (!server || std::chrono::abs(here - *server) <= clock_tolerance) {
    return;
  }
  const auto difference = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(here - *server));
  throw Failure("clock-differs",
                fmt::format("this machine's clock is {} {} {}'s: {} here, {} there; an event would bear the wrong time",
                            span_text(difference), here > *server ? "ahead of" : "behind", writer.ledger.remote(),
                            utc_text(here), utc_text(*server)),
                "set the clock, and try again; nothing was recorded");
}

// What everyone else would refuse is not published.
void require_signature(const LedgerWriter& writer, const std::string& commit, const Transaction& transaction) {
  const auto& signing = writer.trust.signing;
  const bool is_due = signing && transaction.event.seq >= signing->signed_from;
  if (!is_due && !transaction.check_signature) {
    return;
  }
  const SignatureCheck signature = signing ? writer.ledger.signature(commit, signing->signers) : SignatureCheck();
  if (!is_signed_by(signature, writer.actor)) {
    throw Failure("unsigned",
                  fmt::format("{} must be signed, and no allowed signer signs here as {}",
                              is_due ? "the ledger's events" : "a request and what is said to it", writer.actor),
                  "git config gpg.format ssh; git config user.signingKey FILE; git config commit.gpgSign true; and the "
                  "key must be in the allowed signers that promptctl.yaml names");
  }
  if (transaction.check_signature) {
    transaction.check_signature(signature);
  }
}

}  // namespace

TimePoint event_time(const LedgerState& before, TimePoint now) {
  const TimePoint seconds = std::chrono::floor<std::chrono::seconds>(now);
  const auto last = before.event();
  return last ? std::max(seconds, last->at) : seconds;
}

long long refresh(Ledger& ledger, const LedgerTrust& trust) {
  const auto newest = ledger.fetch();
  if (!newest) {
    return 0;
  }
  if (newest == ledger.reached(Milestone::verified)) {
    ledger.accept(*newest);
    return 0;
  }
  const Verification verification = verify_news(ledger, *newest, trust);
  const bool is_elsewhere = !verification.accepted() && verification.faults.front().check == descent_check;
  if (is_elsewhere && ledger.reached(Milestone::verified)) {
    ledger.accept(*newest);  // Behind what is known: no news, or no descendant, which throws.
    return 0;
  }
  if (!verification.accepted()) {
    const LedgerFault& fault = verification.faults.front();
    throw Failure("ledger-replaced",
                  fmt::format("the ledger on {} is refused at event {} ({}): {}", ledger.remote(), fault.seq,
                              fault.check, fault.message),
                  "nothing was changed here; find out who rewrote the branch, and see docs/ledger.md");
  }
  ledger.accept(*newest);
  return verification.replayed;
}

std::optional<RecordedEvent> record(const LedgerWriter& writer, const Intent& intent) {
  Ledger& ledger = writer.ledger;
  auto seen_tip = ledger.tip();
  std::string refusal;
  for (int attempt = 1; attempt <= most_attempts; ++attempt) {
    refresh(ledger, writer.trust);
    const auto tip = ledger.tip();
    seen_tip = seen_tip ? seen_tip : tip;
    const LedgerState now = state_at(ledger, tip);
    auto transaction = intent(now, state_at(ledger, seen_tip));
    if (!transaction) {
      return std::nullopt;
    }
    if (attempt == 1) {
      require_right_clock(writer);
    }
    complete(transaction->event, now, writer);
    const std::string commit = ledger.write(draft_of(*transaction, tip, now));
    require_signature(writer, commit, *transaction);
    const Ledger::Publication publication = ledger.publish(commit, attempt);
    if (publication.accepted) {
      if (ledger.reached(Milestone::conditions_checked) == tip) {
        ledger.remember(Milestone::conditions_checked, commit);  // By them it was decided just now.
      }
      return RecordedEvent{std::move(transaction->event), commit};
    }
    if (publication.refusal == refusal && ledger.fetch() == tip) {
      throw Failure("ledger-refused", fmt::format("{} refuses the event: {}", ledger.remote(), refusal),
                    "promptctl doctor says what the branch promptctl-ledger needs");
    }
    refusal = publication.refusal;
  }
  throw Failure("ledger-busy", fmt::format("others wrote to the ledger {} times before this could", most_attempts),
                "try again");
}

}  // namespace promptctl
