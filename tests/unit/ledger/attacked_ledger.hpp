#pragma once

#include <fmt/format.h>

#include <functional>
#include <memory>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "ledger/ledger_verification.hpp"
#include "ledger/ledger_views.hpp"
#include "ledger/ledger_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/forged_history.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/git/git_ledger.hpp"

// A ledger, somebody who can write to its branch with git, and somebody who is offered the result.
namespace promptctl::testing {

const TimePoint reading_time = FixedClock().now();

constexpr const char* eight_events = R"(
-- promptctl.yaml
format: 1
environments: {staging: , production: }
-- prompts/_tone.prompt
-- prompts/p.prompt
One.
-- prompts/q.prompt
{{>tone}}Eins.
$ git init -q -b main .
$ git add -A
$ git commit -qm first
$ promptctl register p q
$ promptctl promote p@1 q@1 --to staging --reason "first release"
-- prompts/p.prompt
Two.
$ git commit -qam second
$ promptctl register p --label friendlier
$ promptctl promote p@2 --to staging
$ promptctl promote p@1 --to production
-- prompts/q.prompt
{{>tone}}Zwei.
$ git commit -qam third
$ promptctl register q
$ promptctl yank q@2 --reason "leaks"
$ promptctl promote p@2 --to production
)";

// A repository with a ledger of eight events, where the attacks are kept too.
class Scene {
 public:
  Scene() : git(folder_.path(), sandbox_environment(folder_.path())) {
    TranscriptPlayer(folder_.path()).play(eight_events);
    ledger_ = std::make_unique<GitLedger>(GitLedgerOptions{folder_.path(), sandbox_environment(folder_.path())});
    tip = ledger_->tip().value();
    history_ = std::make_unique<ForgedHistory>(*ledger_, git, tip);
    REQUIRE(state_at(*ledger_, (*ledger_).tip()).event()->seq == 8);
  }

  GitLedger& ledger() const { return *ledger_; }
  ForgedHistory history() const { return *history_; }

  // Event 9, as a promptctl without rules would write it.
  std::string append(LedgerEvent event, const std::vector<LedgerFile>& more = {}) const {
    const LedgerState before = state_at(*ledger_, (*ledger_).tip());
    event.seq = event.seq == 0 ? 9 : event.seq;
    event.previous = event.previous.empty() ? before.event_digest() : event.previous;
    event.actor = "Mallory <m@example.org>";
    event.at = event.at == TimePoint() ? before.event()->at : event.at;
    std::vector<LedgerFile> files = views_after(event, before);
    files.insert(files.end(), more.begin(), more.end());
    return ledger_->write({tip, files, "forged\n", event.actor, event.at});
  }

  // Event 9, as it should be.
  std::string append_valid() const {
    LedgerEvent event;
    event.type = EventType::yank;
    event.reason = "because";
    event.yanked.push_back({"p", 1});
    return append(event);
  }

  // Event 9 as it should be, with an entry more in a folder, in the words of `git mktree`.
  std::string append_entry(const std::string& folder, const std::string& entry) const {
    const std::string commit = append_valid();
    const std::string old_folder = git_output(git, {"rev-parse", commit + ":" + folder});
    const std::string entries = git_output(git, {"ls-tree", old_folder}) + "\n" + entry + "\n";
    const std::string new_folder = git_output(git, {"mktree", "--missing"}, {entries, {}});
    const std::string root = replace_all(git_output(git, {"ls-tree", commit}), old_folder, new_folder) + "\n";
    const std::string tree = folder.empty() ? new_folder : git_output(git, {"mktree"}, {root, {}});
    return git_output(git, {"commit-tree", tree, "-p", tip, "-m", "forged"});
  }

  // The same events from `from` on, each with another reason, as promptctl would have recorded them.
  std::string record_anew(long long from) const {
    const std::string ids = git_output(git, {"rev-list", "--reverse", tip});
    std::optional<std::string> parent;
    for (const std::string_view id : split(ids, '\n')) {
      const LedgerState original = state_at(*ledger_, std::string(id));
      const LedgerState before = state_at(*ledger_, parent);
      LedgerEvent event = original.event().value();
      event.reason = event.seq < from ? event.reason : "a better one";
      event.previous = before.event_digest();
      std::vector<LedgerFile> files = views_after(event, before);
      for (const RegisteredVersion& version : event.registered) {
        const auto bundle = bundle_files(version.name, original.bundle(version));
        files.insert(files.end(), bundle.begin(), bundle.end());
      }
      parent = event.seq < from ? std::string(id) : ledger_->write({parent, files, "", event.actor, event.at});
    }
    return parent.value();
  }

  std::string blob(const std::string& content) const {
    return git_output(git, {"hash-object", "-w", "--stdin"}, {content, {}});
  }

  std::string digest(const VersionName& name) const {
    return state_at(*ledger_, (*ledger_).tip()).version(name)->version.digest;
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<GitLedger> ledger_;
  std::unique_ptr<ForgedHistory> history_;

 public:
  GitExecutable git;
  std::string tip;
};

// The ledger as somebody knows it who is offered another tip by the remote.
class Offered : public Ledger {
 public:
  Offered(Ledger& known, std::string offer) : known_(known), offer_(std::move(offer)) {}

  std::optional<std::string> tip() const override { return known_.tip(); }
  std::optional<std::string> reached(Milestone milestone) const override { return known_.reached(milestone); }
  void remember(Milestone milestone, const std::string& commit) override { known_.remember(milestone, commit); }
  std::vector<EventFinding> findings() const override { return known_.findings(); }
  void remember_findings(const std::vector<EventFinding>& findings) override { known_.remember_findings(findings); }
  std::string content_digest(const std::string& commit) const override { return known_.content_digest(commit); }
  LedgerCommit commit(const std::string& id) const override { return known_.commit(id); }
  std::unique_ptr<LedgerTree> tree(const std::string& commit) const override { return known_.tree(commit); }
  std::vector<ChangedFile> changed_files(const LedgerCommit& commit) const override {
    return known_.changed_files(commit);
  }
  SignatureCheck signature(const std::string& commit, const std::vector<AllowedSigner>& signers) const override {
    return known_.signature(commit, signers);
  }
  std::unique_ptr<const Ledger> another() const override { return known_.another(); }
  std::string remote() const override { return "origin"; }
  std::optional<std::string> fetch() override { return offer_; }
  std::optional<TimePoint> server_time() override { return std::nullopt; }
  void accept(const std::string& commit) override { known_.accept(commit); }
  std::string write(const LedgerDraft& draft) override { return known_.write(draft); }
  Publication publish(const std::string& commit, int attempt) override { return known_.publish(commit, attempt); }

 private:
  Ledger& known_;
  std::string offer_;
};

struct Attack {
  const char* name;
  std::function<std::string(const Scene&)> forge;  // gives the forged tip
  const char* faults;                              // that `verify` finds: "event check: message"
};

inline std::string faults_text(const Verification& verification) {
  std::string text;
  for (const LedgerFault& fault : verification.faults) {
    text += fmt::format("{} {}: {}\n", fault.seq, fault.check, fault.message);
  }
  return text;
}

// What becomes of `refresh` when the remote offers `tip`.
inline std::string refresh_text(const Scene& scene, const std::string& tip) {
  Offered offered(scene.ledger(), tip);
  try {
    return fmt::format("{} new", refresh(offered, {{}, {}, reading_time}));
  } catch (const Failure& failure) {
    return describe(failure.diagnostic());
  }
}

// Holds each attack to what it must be found as, and to being refused.
inline void check_attacks(const Scene& scene, const std::vector<Attack>& attacks) {
  for (const Attack& attack : attacks) {
    INFO(attack.name);
    const std::string forged = attack.forge(scene);
    CHECK(faults_text(verify_ledger(scene.ledger(), {forged, "", reading_time})) == attack.faults);
    CHECK(refresh_text(scene, forged).starts_with("error[ledger-replaced]: the ledger on "));
    REQUIRE(scene.ledger().tip() == scene.tip);
  }
}

}  // namespace promptctl::testing
