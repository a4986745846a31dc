#include "ledger/ledger_commit_check.hpp"

#include <fmt/format.h>

#include <chrono>
#include <set>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "ledger/event_record.hpp"
#include "ledger/ledger_evidence.hpp"
#include "ledger/ledger_rules.hpp"
#include "ledger/ledger_views.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

// Holds one commit to its event.
class CommitCheck {
 public:
  CommitCheck(const PlacedCommit& commit, TimePoint now, std::vector<LedgerFault>& faults)
      : commit_(commit.commit), place_(commit.place), now_(now), faults_(faults) {}

  // Of its event, where it is sound. A state that can't be read is a fault of the ledger, not of the verification.
  std::optional<EventStamp> run(const Ledger& ledger, ReplayedFiles& files) {
    const std::size_t faults = faults_.size();
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
    if (!event_ || faults_.size() != faults || faults == most_faults) {
      files.forget();
      return std::nullopt;
    }
    EventStamp stamp = stamp_of(*event_);
    files.keep(std::move(*event_), views_);
    return stamp;
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
    if (faults_.size() < most_faults) {
      faults_.push_back({check, place_, commit_.id, std::move(message)});
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
  std::vector<LedgerFault>& faults_;
  std::vector<ChangedFile> changes_;
  LedgerState after_;
  LedgerState before_;
  std::optional<LedgerEvent> last_;   // that it follows
  std::optional<LedgerEvent> event_;  // its own
  std::vector<LedgerFile> views_;
};

}  // namespace

std::optional<EventStamp> check_commit(const Ledger& ledger, const PlacedCommit& commit, TimePoint now,
                                       ReplayedFiles& files, std::vector<LedgerFault>& faults) {
  return CommitCheck(commit, now, faults).run(ledger, files);
}

}  // namespace promptctl
