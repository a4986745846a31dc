#include "flow/ledger_verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "codec/bundle_manifest.hpp"
#include "codec/ledger_event.hpp"
#include "flow/ledger_chain.hpp"
#include "flow/ledger_evidence.hpp"
#include "flow/ledger_rules.hpp"
#include "flow/ledger_views.hpp"
#include "flow/replayed_files.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_faults = 100;
constexpr std::string_view signature_check = "signature";

// Holds one commit to its event.
class CommitCheck {
 public:
  CommitCheck(const LedgerCommit& commit, long long place, TimePoint now, Verification& result)
      : commit_(commit), place_(place), now_(now), result_(result) {}

  // A state that can't be read is a fault of the ledger, not of the verification.
  void run(const Ledger& ledger, ReplayedFiles& files) {
    const std::size_t faults = result_.faults.size();
    try {
      const std::string parent = commit_.parents.empty() ? "" : commit_.parents.front();
      changes_ = ledger.changed_files(commit_);
      before_ = files.before(parent);
      after_ = files.after(parent, changes_);
      last_ = files.last_event(before_);
      check();
    } catch (const Failure& failure) {
      const Diagnostic& broken = failure.diagnostic();
      if (broken.code != "ledger-broken") {
        throw;
      }
      blame("view", fmt::format("{}: {}", broken.where.path(), broken.message));
    }
    if (event_ && result_.faults.size() == faults && faults < most_faults) {
      files.keep(std::move(*event_), views_);
    } else {
      files.forget();
    }
  }

 private:
  void check() {
    check_parents();
    event_ = read_own_event();
    if (!event_) {
      return;
    }
    place_in_chain(*event_);
    check_time(*event_);
    const auto broken = rules_broken(*event_, before_, last_);
    for (const std::string& message : broken) {
      blame("rule", message);
    }
    if (broken.empty()) {
      check_files(*event_);
    }
  }

  void blame(std::string_view check, std::string message) {
    if (result_.faults.size() < most_faults) {
      result_.faults.push_back({check, place_, commit_.id, std::move(message)});
    }
  }

  void check_parents() {
    if (commit_.parents.size() > 1) {
      blame("chain", "the commit is a merge; the ledger is one line of events");
    }
  }

  std::optional<LedgerEvent> read_own_event() {
    const auto text = after_.read(std::string(event_path));
    if (!text) {
      blame("event", "the commit records no event");
      return std::nullopt;
    }
    Diagnostics faults;
    auto event = read_event(std::make_shared<const Source>(std::string(event_path), *text), faults);
    if (!event) {
      blame("event", fmt::format("event.json: {}", faults.all().front().message));
    } else if (event_text(*event) != *text) {
      blame("event", "event.json is not written as promptctl writes it");
    }
    return event;
  }

  void place_in_chain(const LedgerEvent& event) {
    if (event.seq > place_) {
      blame("chain", fmt::format("this is event {}: {} before it {} missing", event.seq,
                                 counted(static_cast<std::size_t>(event.seq - place_), "event"),
                                 event.seq - place_ == 1 ? "is" : "are"));
    } else if (event.seq < place_) {
      blame("chain", fmt::format("this is event {}: events were repeated or reordered", event.seq));
    }
    if (event.previous != before_.event_digest()) {
      blame("chain",
            commit_.parents.empty()
                ? std::string("the first commit follows another event: the chain was cut off before it")
                : fmt::format("the event before it is not the one it was recorded after: event {} was changed, "
                              "dropped or moved",
                              place_ - 1));
    }
  }

  // An event from the future would let a soak pass that has hardly begun, or hold up every event after it.
  void check_time(const LedgerEvent& event) {
    if (event.at > now_ + clock_tolerance) {
      blame("time", fmt::format("{} dates it {}, and the clock here says {}", event.actor, utc_text(event.at),
                                utc_text(std::chrono::floor<std::chrono::seconds>(now_))));
    }
  }

  void check_files(const LedgerEvent& event) {
    std::set<std::string> accounted;
    views_ = views_after(event, before_);
    for (const LedgerFile& file : views_) {
      accounted.insert(file.path);
      check_view(file);
    }
    for (const RegisteredVersion& version : event.registered) {
      const auto paths = bundle_paths(version);
      accounted.insert(paths.begin(), paths.end());
      check_bundle(version);
    }
    for (const std::string& path : evidence_paths(event)) {
      accounted.insert(path);
    }
    const auto read = [this](const std::string& path) { return after_.read(path); };
    for (const std::string& fault : evidence_faults(event, before_, read)) {
      blame("evidence", fault);
    }
    for (const ChangedFile& file : changes_) {
      if (accounted.count(file.path) == 0) {
        blame("stray", fmt::format("{} was changed, and the event says nothing of it", file.path));
      }
    }
  }

  void check_view(const LedgerFile& expected) {
    const auto text = after_.read(expected.path);
    if (text != expected.content && expected.path != event_path) {
      const bool is_format = expected.path == format_path;
      blame(is_format ? "format" : "view",
            fmt::format("{} {}", expected.path, text ? "is not what the event makes of it" : "is missing"));
    }
  }

  void check_bundle(const RegisteredVersion& version) {
    try {
      after_.bundle(version);
    } catch (const Failure& failure) {
      blame("bundle", failure.what());
    }
  }

  const LedgerCommit& commit_;
  long long place_;
  TimePoint now_;
  Verification& result_;
  std::vector<ChangedFile> changes_;
  LedgerState after_;
  LedgerState before_;
  std::optional<LedgerEvent> last_;   // that it follows
  std::optional<LedgerEvent> event_;  // its own
  std::vector<LedgerFile> views_;
};

// Holds the events of the chain to the signatures asked for.
void check_signatures(const Ledger& ledger, const LedgerChain& chain, const SigningPolicy& signing,
                      Verification& result) {
  const auto unsigned_count = static_cast<std::size_t>(signing.signed_from - 1);
  const std::size_t skipped = unsigned_count > chain.trusted ? unsigned_count - chain.trusted : 0;
  if (skipped >= chain.commits.size()) {
    return;
  }
  for (std::size_t index = skipped; index < chain.commits.size() && result.faults.size() < most_faults; ++index) {
    const std::string& id = chain.commits[chain.commits.size() - 1 - index].id;
    const SignatureCheck signature = ledger.signature(id, signing.signers);
    const auto add = [&](std::string message) {
      result.faults.push_back(
          {signature_check, static_cast<long long>(chain.trusted + index) + 1, id, std::move(message)});
    };
    const auto event = state_at(ledger, id).event();
    const auto fault = event ? signature_fault(signature, stamp_of(*event)) : std::nullopt;
    if (fault) {
      add(*fault);
    }
  }
}

}  // namespace

bool is_signed_by(const SignatureCheck& signature, const std::string& actor) {
  const std::size_t open = actor.rfind('<');
  return open != std::string::npos && actor.ends_with('>') &&
         signature.is_by(std::string_view(actor).substr(open + 1, actor.size() - open - 2));
}

std::optional<std::string> signature_fault(const SignatureCheck& signature, const EventStamp& stamp) {
  if (!signature.is_good()) {
    return fmt::format("no allowed signer has signed this event: {}", signature.why_not);
  }
  if (!is_signed_by(signature, stamp.actor)) {
    return fmt::format("signed by {}, and said to be by {}", signature.signer(), stamp.actor);
  }
  return signature.when == stamp.at
             ? std::nullopt
             : std::optional(fmt::format("its commit is dated {}, and the event {}: when it was signed is unknown",
                                         utc_text(signature.when), utc_text(stamp.at)));
}

Verification verify_ledger(const Ledger& ledger, const VerificationRange& range) {
  require_sense(range.since);
  const auto chain = chain_of(ledger, range.tip, range.since);
  if (!chain) {
    const auto seq = static_cast<long long>(seq_of(ledger, range.tip));
    return {seq,
            0,
            range.tip,
            "",
            {{descent_check, seq, range.tip,
              fmt::format("the ledger does not descend from {}: the branch was replaced or cut short", range.since)}}};
  }
  const std::size_t count = chain->commits.size();
  Verification result{static_cast<long long>(chain->trusted + count),
                      static_cast<long long>(count),
                      range.tip,
                      before(*chain, range.tip),
                      {}};
  ReplayedFiles files(ledger);
  for (std::size_t index = 0; index < count; ++index) {
    const auto place = static_cast<long long>(chain->trusted + index) + 1;
    CommitCheck(chain->commits[count - 1 - index], place, range.now, result).run(ledger, files);
  }
  if (range.signing && result.accepted()) {
    check_signatures(ledger, *chain, *range.signing, result);
  }
  return result;
}

}  // namespace promptctl
