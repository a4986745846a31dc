// Makes the ledger that tests/bench/ledger measures: 1,000 prompts of 50 versions in three environments, by 10,000
// events. Usage: make_ledger FOLDER, which is a git repository without a remote.

#include <fmt/format.h>
#include <git2.h>

#include <array>
#include <chrono>
#include <iostream>

#include "base/diagnostic.hpp"
#include "ledger/ledger_views.hpp"
#include "ledger/ledger_writer.hpp"
#include "prompt/bundle_manifest.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_ledger.hpp"

using namespace promptctl;  // NOLINT: a program of one file.

namespace {

constexpr long long prompt_count = 1000;
constexpr long long version_count = 50;
constexpr long long versions_an_event = 100;
constexpr long long event_count = 10'000;
constexpr std::array<const char*, 3> environments{"dev", "staging", "production"};
constexpr TimePoint start{std::chrono::seconds(1'700'000'000)};

std::string prompt_name(long long number) {
  return fmt::format("support/p{}", number);
}

BundleText content(const VersionName& name) {
  return {fmt::format("---\nmodel: openai/gpt-4o-mini\ninput: {{schema: {{subject: string}}}}\n---\n"
                      "{{{{>tone}}}}{}: sort this e-mail: {{{{subject}}}}\n",
                      version_text(name)),
          {{"tone", "Be kind.\n"}}};
}

// Writes event after event, each after the one before it.
class Recorder {
 public:
  explicit Recorder(GitLedger& ledger) : ledger_(ledger) {}

  void record(LedgerEvent event, const std::vector<LedgerFile>& bundles) {
    const LedgerState before = state_at(ledger_, ledger_.tip());
    event.seq = ++seq_;
    event.previous = before.event_digest();
    event.actor = "Mia Kern <mia@larchpine.example>";
    event.at = start + std::chrono::hours(seq_);
    std::vector<LedgerFile> files = views_after(event, before);
    files.insert(files.end(), bundles.begin(), bundles.end());
    const auto tip = ledger_.tip();
    ledger_.publish(ledger_.write({tip, files, fmt::format("event {}\n", seq_), event.actor, event.at}), 1);
  }

  long long seq() const { return seq_; }

 private:
  GitLedger& ledger_;
  long long seq_ = 0;
};

void add_version(const VersionName& name, LedgerEvent& event, std::vector<LedgerFile>& bundles) {
  const BundleText text = content(name);
  const BundleManifest manifest = manifest_of(text);
  event.registered.push_back({name, bundle_digest(manifest), std::string(64, 'a'), manifest, std::string(40, 'b'),
                              "prompts/" + name.prompt + ".prompt", "Mia Kern <mia@larchpine.example>", ""});
  const auto files = bundle_files(name, text);
  bundles.insert(bundles.end(), files.begin(), files.end());
}

// The next version of `versions_an_event` prompts.
void register_some(Recorder& recorder, long long first, long long version) {
  LedgerEvent event;
  std::vector<LedgerFile> bundles;
  for (long long number = first; number < first + versions_an_event; ++number) {
    add_version({prompt_name(number), version}, event, bundles);
  }
  recorder.record(std::move(event), bundles);
}

// Another version of one prompt goes live.
void promote_one(Recorder& recorder, const GitLedger& ledger, const std::string& main, long long step) {
  const std::string prompt = prompt_name(step % prompt_count);
  const std::string environment = environments.at(static_cast<std::size_t>(step / prompt_count) % environments.size());
  const LedgerState state = state_at(ledger, ledger.tip());
  const auto live = state.deployment(environment, prompt);
  const VersionName name{prompt, live ? live->move.to.version % version_count + 1 : 1};
  LedgerEvent event;
  event.type = EventType::promotion;
  event.environment = environment;
  event.conditions = ConditionsSource{main, ""};
  event.moves.push_back(
      {name, state.version(name)->version.digest, live ? std::optional(live->move.to.version) : std::nullopt});
  recorder.record(std::move(event), {});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_ledger FOLDER\n";
    return 2;
  }
  GitLedger ledger({argv[1], {}});
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
  const std::string main_commit = resolve_commit(argv[1], "main");
  Recorder recorder(ledger);
  for (long long version = 1; version <= version_count; ++version) {
    for (long long first = 0; first < prompt_count; first += versions_an_event) {
      register_some(recorder, first, version);
    }
  }
  for (long long step = 0; recorder.seq() < event_count; ++step) {
    promote_one(recorder, ledger, main_commit, step);
  }
  return recorder.seq() == event_count ? 0 : 1;
}
