// A ledger that is long enough to be verified in parts.

#include <set>

#include "prompt/bundle_manifest.hpp"
#include "tests/unit/ledger/attacked_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr long long length = 150;

// One version, which is yanked and restored from then on.
LedgerEvent next_event(const LedgerState& before, long long seq) {
  LedgerEvent event;
  event.seq = seq;
  event.previous = before.event_digest();
  event.actor = "Mia Kern <mia@larchpine.example>";
  event.at = reading_time;
  if (seq == 1) {
    const BundleManifest manifest = manifest_of({"One.\n", {}});
    event.registered.push_back({{"p", 1},
                                bundle_digest(manifest),
                                std::string(64, 'a'),
                                manifest,
                                std::string(40, 'b'),
                                "prompts/p.prompt",
                                event.actor,
                                ""});
  } else {
    event.type = seq % 2 == 0 ? EventType::yank : EventType::restore;
    event.reason = "because";
    (seq % 2 == 0 ? event.yanked : event.restored).push_back({"p", 1});
  }
  return event;
}

// The tip of a ledger in which these events bring a file that they say nothing of.
std::string write_events(GitLedger& ledger, const std::set<long long>& strays) {
  std::optional<std::string> tip;
  for (long long seq = 1; seq <= length; ++seq) {
    const LedgerState before = state_at(ledger, tip);
    const LedgerEvent event = next_event(before, seq);
    std::vector<LedgerFile> files = views_after(event, before);
    if (seq == 1) {
      files.push_back(bundle_files({"p", 1}, {"One.\n", {}}).front());
    }
    if (strays.count(seq) > 0) {
      files.push_back({fmt::format("stray-{}", seq), "Mine.\n"});
    }
    tip = ledger.write({tip, files, fmt::format("event {}\n", seq), event.actor, event.at});
  }
  return tip.value();
}

}  // namespace

TEST_CASE("each part of a long ledger is held to its events, and its faults stand in their order") {
  const TemporaryFolder folder;
  const auto environment = sandbox_environment(folder.path());
  git_output({folder.path(), environment}, {"init", "-q"});
  GitLedger ledger({folder.path(), environment});

  const std::string sound = write_events(ledger, {});
  const Verification accepted = verify_ledger(ledger, {sound, "", reading_time});
  CHECK(faults_text(accepted).empty());
  CHECK(accepted.replayed == length);

  const std::string broken = write_events(ledger, {3, 74, 75, 76, length});
  CHECK(faults_text(verify_ledger(ledger, {broken, "", reading_time})) ==
        "3 stray: stray-3 was changed, and the event says nothing of it\n"
        "74 stray: stray-74 was changed, and the event says nothing of it\n"
        "75 stray: stray-75 was changed, and the event says nothing of it\n"
        "76 stray: stray-76 was changed, and the event says nothing of it\n"
        "150 stray: stray-150 was changed, and the event says nothing of it\n");

  const std::string third = git_output({folder.path(), environment}, {"rev-parse", broken + "~147"});
  CHECK(verify_ledger(ledger, {broken, third, reading_time}).faults.size() == 4);
  CHECK(verify_ledger(ledger, {broken, "", reading_time, SigningPolicy{{}, 1}}).faults.size() == 5);
  CHECK(verify_ledger(ledger, {sound, "", reading_time, SigningPolicy{{}, 1}}).faults.size() == 100);
  CHECK(verify_ledger(ledger, {sound, "", reading_time, SigningPolicy{{}, 149}}).faults.size() == 2);
}
