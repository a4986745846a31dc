// A ledger that is long enough to be verified in parts.

#include <set>

#include "ledger/ledger_chain.hpp"
#include "prompt/bundle_manifest.hpp"
#include "tests/unit/ledger/attacked_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr long long length = 70;

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

// The events after `tip`, which some of them bring a file to that they say nothing of; gives the last one's commit.
std::string write_events(GitLedger& ledger, std::optional<std::string> tip, const std::set<long long>& strays) {
  for (long long seq = static_cast<long long>(tip ? seq_of(ledger, *tip) : 0) + 1; seq <= length; ++seq) {
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
  const GitExecutable git(folder.path(), sandbox_environment(folder.path()));
  git_output(git, {"init", "-q"});
  GitLedger ledger({folder.path(), sandbox_environment(folder.path())});

  const std::string sound = write_events(ledger, {}, {});
  const Verification accepted = verify_ledger(ledger, {sound, "", reading_time});
  CHECK(faults_text(accepted).empty());
  CHECK(accepted.replayed == length);

  const std::string middle = git_output(git, {"rev-parse", fmt::format("{}~{}", sound, length - 62)});
  const std::string broken = write_events(ledger, middle, {63, 64, 65, length});
  CHECK(faults_text(verify_ledger(ledger, {broken, "", reading_time})) ==
        "63 stray: stray-63 was changed, and the event says nothing of it\n"
        "64 stray: stray-64 was changed, and the event says nothing of it\n"
        "65 stray: stray-65 was changed, and the event says nothing of it\n"
        "70 stray: stray-70 was changed, and the event says nothing of it\n");
  CHECK(verify_ledger(ledger, {broken, "63", reading_time}).faults.size() == 3);

  const auto signed_from = [](long long seq) { return SigningPolicy{{}, seq}; };
  CHECK(verify_ledger(ledger, {broken, "", reading_time, signed_from(1)}).faults.size() == 4);
  CHECK(verify_ledger(ledger, {sound, "", reading_time, signed_from(1)}).faults.size() == length);
  CHECK(verify_ledger(ledger, {sound, "", reading_time, signed_from(length - 1)}).faults.size() == 2);
}
