// Many processes write to one ledger at once: whatever each of them says it did is in the ledger, and nothing else.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "base/text.hpp"
#include "ledger/ledger_state.hpp"
#include "prompt/bundle_manifest.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/ledger_registry.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

using Lines = std::multiset<std::string>;
using Registries = std::vector<LedgerRegistry>;

std::string worker(std::size_t index) {
  return fmt::format("worker {}", index + 1);
}

std::string content(std::size_t index) {
  return fmt::format("Content of {}", worker(index));
}

std::string content_digest(std::size_t index) {
  return bundle_digest(manifest_of({content(index) + "\n", {}}));
}

// Registries whose ledger holds p1@1, p2@1 and so on, one prompt for each worker, registered by event 1.
LedgerRegistry make_registry(const fs::path& folder, const std::map<std::string, std::string>& environment, int count) {
  const LedgerRegistry registry{folder, environment};
  registry.commit_prompts(count);
  REQUIRE(registry.run({"register", "--changed"}).exit_code == 0);
  return registry;
}

// A server, and a clone of its repository for each worker.
class SharedLedger {
 public:
  SharedLedger(const StartServer& start, std::size_t workers) : site_(start) {
    if (!site_.is_up()) {
      WARN(not_installed);
      return;
    }
    const LedgerRegistry origin = fresh_clone();
    make_registry(origin.folder, origin.environment, static_cast<int>(workers));
    git_output(origin.git(), {"push", "-q", "origin", "HEAD"});
    for (std::size_t index = 0; index < workers; ++index) {
      const fs::path folder = site_.path(fmt::format("clone{}", index));
      fs::copy(origin.folder, folder, fs::copy_options::recursive);
      workers_.push_back({folder, origin.environment});
    }
  }

  bool is_up() const { return site_.is_up(); }
  const Registries& workers() const { return workers_; }

  LedgerRegistry fresh_clone() const {
    const std::string name = fmt::format("fresh{}", ++clones_);
    site_.clone(name);
    return {site_.path(name), site_.environment()};
  }

 private:
  GitSite site_;
  Registries workers_;
  mutable int clones_ = 0;
};

// What the ledger's events after `base` did, less their numbers, which go from 1 without a gap.
Lines audit(const LedgerRegistry& registry, long long base, long long events) {
  const Finished verified = registry.run({"verify"});
  CHECK(verified.output.starts_with(fmt::format("ACCEPTED  {} events replayed", events)));
  CHECK(verified.exit_code == 0);
  std::set<long long> numbers;
  Lines recorded;
  for (const std::string& line : registry.log()) {
    const std::size_t space = line.find(' ');
    const long long number = parse_integer(line.substr(0, space)).value_or(0);
    numbers.insert(number);
    if (number > base) {
      recorded.insert(line.substr(space + 1));
    }
  }
  CHECK(static_cast<long long>(numbers.size()) == events);
  CHECK((*numbers.begin() == 1 && *numbers.rbegin() == events));
  return recorded;
}

void check_all_succeeded(const std::vector<Finished>& all) {
  for (const Finished& finished : all) {
    INFO(finished.output);
    CHECK(finished.exit_code == 0);
  }
}

// Each worker puts the first version of its own prompt live.
std::vector<Finished> promote_own_prompts(const Registries& workers, const std::string& environment) {
  std::vector<Errand> errands;
  for (std::size_t index = 0; index < workers.size(); ++index) {
    errands.push_back(workers[index].errand(
        {"promote", fmt::format("p{}@1", index + 1), "--to", environment, "--reason", worker(index)}, worker(index)));
  }
  return run_at_once(errands);
}

void check_own_prompts_live(const Lines& recorded, const std::string& environment, std::size_t workers) {
  Lines expected;
  for (std::size_t index = 0; index < workers; ++index) {
    expected.insert(fmt::format("promote p{}@1 {}, {}", index + 1, environment, worker(index)));
  }
  CHECK(recorded == expected);
}

// Each worker registers another content of p1, which is committed in its repository.
std::vector<Finished> register_contents(const Registries& workers) {
  std::vector<Errand> errands;
  for (std::size_t index = 0; index < workers.size(); ++index) {
    const std::string commit = workers[index].commit_content(content(index));
    errands.push_back(workers[index].errand({"-q", "register", "p1@git:" + commit}, worker(index)));
  }
  return run_at_once(errands);
}

// Every worker was told another number, that number has its content, and the event is its own.
void check_contents(const std::vector<Finished>& all, const LedgerRegistry& registry, const Lines& recorded) {
  const GitLedger ledger({registry.folder, registry.environment});
  const LedgerState state = state_at(ledger, ledger.tip());
  Lines expected;
  std::set<std::string> said;
  for (std::size_t number = 2; number <= all.size() + 1; ++number) {
    const auto record = state.version({"p1", static_cast<long long>(number)});
    REQUIRE(record);
    for (std::size_t index = 0; index < all.size(); ++index) {
      const std::string digest = content_digest(index);
      if (record->version.digest == digest) {
        said.insert(all[index].output);
        expected.insert(fmt::format("register p1@{}, {}", number, worker(index)));
        CHECK(all[index].output.starts_with(fmt::format("registered p1@{} (sha256:{})", number, digest.substr(0, 12))));
      }
    }
  }
  CHECK(static_cast<std::size_t>(state.prompt("p1").versions) == all.size() + 1);
  CHECK(said.size() == all.size());
  CHECK(recorded == expected);
}

// Each worker puts another version of p1 live, having seen the same state.
std::vector<Finished> promote_same_prompt(const Registries& workers) {
  std::vector<Errand> errands;
  for (std::size_t index = 0; index < workers.size(); ++index) {
    errands.push_back(
        workers[index].errand({"promote", fmt::format("p1@{}", index + 2), "--to", "staging"}, worker(index)));
  }
  return run_at_once(errands);
}

void check_one_winner(const std::vector<Finished>& all, const Lines& recorded) {
  std::set<std::size_t> winners;
  for (std::size_t index = 0; index < all.size(); ++index) {
    if (all[index].exit_code == 0) {
      winners.insert(index);
    }
  }
  REQUIRE(winners.size() == 1);
  const std::size_t winner = *winners.begin();
  CHECK(recorded == Lines{fmt::format("promote p1@{} staging, {}", winner + 2, worker(winner))});
  for (std::size_t index = 0; index < all.size(); ++index) {
    const std::string& output = all[index].output;
    INFO(output);
    CHECK(all[index].exit_code == (index == winner ? 0 : 1));
    CHECK((index == winner || (output.starts_with("REJECTED  staging was moved meanwhile\n") &&
                               output.find(fmt::format("p1@{} went live in staging", winner + 2)) < output.size() &&
                               output.find(fmt::format("promote by {} <", worker(winner))) < output.size())));
  }
}

void sync_all(const Registries& workers) {
  std::vector<Errand> errands;
  for (const LedgerRegistry& registry : workers) {
    errands.push_back(registry.errand({"sync"}));
  }
  check_all_succeeded(run_at_once(errands));
}

// Commits that were written after somebody else's had been taken, each of which was followed by another attempt.
std::size_t refused_drafts(const Registries& workers) {
  std::size_t drafts = 0;
  for (const LedgerRegistry& registry : workers) {
    const std::string lost = git_output(registry.git(), {"fsck", "--unreachable", "--no-reflogs", "--no-progress"});
    for (const std::string_view line : split(lost, '\n')) {
      drafts += line.starts_with("unreachable commit ") ? 1 : 0;
    }
  }
  return drafts;
}

// Contents of one prompt are registered at once, then promoted at once from what all have seen. `base`: events so far.
void race_for_one_prompt(const SharedLedger& shared, long long base) {
  const auto count = static_cast<long long>(shared.workers().size());
  const auto registered = register_contents(shared.workers());
  check_all_succeeded(registered);
  const LedgerRegistry reader = shared.fresh_clone();
  check_contents(registered, reader, audit(reader, base, base + count));
  sync_all(shared.workers());
  const auto promoted = promote_same_prompt(shared.workers());
  check_one_winner(promoted, audit(shared.fresh_clone(), base + count, base + count + 1));
}

}  // namespace

TEST_CASE("clones write at once over http://", "[e2e][ledger-race]") {
  constexpr std::size_t count = 5;
  const SharedLedger shared(start_git_server, count);
  check_all_succeeded(promote_own_prompts(shared.workers(), "staging"));
  check_own_prompts_live(audit(shared.fresh_clone(), 1, 1 + count), "staging", count);
  race_for_one_prompt(shared, 1 + count);
}

TEST_CASE("processes in one clone write at once over http://", "[e2e][ledger-race]") {
  constexpr std::size_t count = 5;
  const SharedLedger shared(start_git_server, count);
  const LedgerRegistry one = shared.workers().front();
  check_all_succeeded(promote_own_prompts(Registries(count, one), "production"));
  const LedgerRegistry reader = shared.fresh_clone();
  check_own_prompts_live(audit(reader, 1, 1 + count), "production", count);
  CHECK(one.log() == reader.log());
}

TEST_CASE("clones write at once over git://", "[e2e][ledger-race]") {
  const SharedLedger shared(start_git_daemon, 2);
  race_for_one_prompt(shared, 1);
}

TEST_CASE("clones write at once over ssh://", "[e2e][ledger-race]") {
  const SharedLedger shared(start_sshd, 2);
  if (shared.is_up()) {
    race_for_one_prompt(shared, 1);
  }
}

TEST_CASE("eight processes in one repository without a remote write at once", "[e2e][ledger-race]") {
  constexpr std::size_t count = 8;
  const TemporaryFolder folder;
  const auto environment = sandbox_environment(folder.path());
  git_output(GitExecutable(folder.path(), environment), {"init", "-q", "-b", "main"});
  const LedgerRegistry registry = make_registry(folder.path(), environment, count);
  const Registries workers(count, registry);
  check_all_succeeded(promote_own_prompts(workers, "staging"));
  check_own_prompts_live(audit(registry, 1, 1 + count), "staging", count);
  const auto registered = register_contents(workers);
  check_all_succeeded(registered);
  check_contents(registered, registry, audit(registry, 1 + count, 1 + 2 * count));
}

TEST_CASE("figures: eight clones that write at once", "[.figures]") {
  constexpr std::size_t count = 8;
  for (const auto& [name, start] : std::map<std::string, StartServer>{
           {"git://", start_git_daemon}, {"http://", start_lighttpd}, {"ssh://", start_sshd}}) {
    const SharedLedger shared(start, count);
    if (shared.is_up()) {
      const auto begin = std::chrono::steady_clock::now();
      check_all_succeeded(promote_own_prompts(shared.workers(), "staging"));
      const std::chrono::duration<double> promoted = std::chrono::steady_clock::now() - begin;
      check_all_succeeded(register_contents(shared.workers()));
      const std::chrono::duration<double> registered = std::chrono::steady_clock::now() - begin - promoted;
      sync_all(shared.workers());
      const auto wanted = promote_same_prompt(shared.workers());
      check_one_winner(wanted, audit(shared.fresh_clone(), 1 + 2 * count, 2 + 2 * count));
      std::cout << fmt::format("{} 8 promote {:.1f} s, 8 register {:.1f} s, {} refused drafts\n", name,
                               promoted.count(), registered.count(), refused_drafts(shared.workers()));
    }
  }
}
