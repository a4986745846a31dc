// A promotion that is killed has happened or has not, and is in nobody's way.

#include <fmt/format.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "base/random.hpp"
#include "ledger/ledger_state.hpp"
#include "ledger/ledger_verification.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/ledger_registry.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

struct Live {
  long long event = 0;
  long long version = 0;

  bool operator==(const Live&) const = default;
};

// What became of the promotions that were to be killed.
struct Tally {
  int killed = 0;
  int recorded = 0;   // of these, those that had come far enough
  int locks = 0;      // files that were left behind
  int surprised = 0;  // the next promotion found the one that was killed, which nobody had seen yet
};

// Kills promotions to staging that are written in `registry`; `shared` is where everyone reads them, the same without a
// remote.
class Killer {
 public:
  Killer(LedgerRegistry registry, fs::path shared, std::uint64_t seed)
      : registry_(std::move(registry)), shared_(std::move(shared)), random_(seed) {
    const auto start = std::chrono::steady_clock::now();
    promote_other();
    usual_ = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  }

  // At a random moment; every other time with what promptctl has started.
  void kill_one() {
    const Live before = live();
    ProcessOptions options;
    options.folder = registry_.folder;
    options.environment = assignments(registry_.environment);
    options.with_children = random_.below(2) == 0;
    ChildProcess process(promotion_of(other(before.version)), options);
    std::this_thread::sleep_for(usual_ * random_.uniform());
    process.signal(SIGKILL);
    const int code = process.wait();
    REQUIRE((code == -SIGKILL || code == 0));
    check_either(before, code == 0);
    tally_.killed += code == 0 ? 0 : 1;
    tally_.recorded += code != 0 && live() != before ? 1 : 0;
    promote_other();
  }

  const Tally& tally() const { return tally_; }

 private:
  static long long other(long long version) { return version == 1 ? 2 : 1; }

  static std::vector<std::string> promotion_of(long long version) {
    return {"promote", fmt::format("p1@{}", version), "--to", "staging"};
  }

  // As everyone can read it.
  Live live() const {
    const GitLedger ledger({shared_, registry_.environment});
    const auto tip = ledger.tip().value();
    const LedgerState state = state_at(ledger, tip);
    const auto deployment = state.deployment("staging", "p1");
    return {state.event()->seq, deployment ? deployment->move.to.version : 0};
  }

  void check_either(const Live& before, bool has_ended) const {
    const Live now = live();
    const Live after{before.event + 1, other(before.version)};
    INFO(fmt::format("{}@{} became {}@{}", before.event, before.version, now.event, now.version));
    CHECK((now == after || (now == before && !has_ended)));
    const GitLedger ledger({shared_, registry_.environment});
    CHECK(verify_ledger(ledger, {ledger.tip().value(), "", std::chrono::system_clock::now()}).accepted());
  }

  // A lock that a dead process left is as old as it is in ten seconds.
  void age_locks() {
    for (const auto& entry : fs::recursive_directory_iterator(registry_.folder / ".git")) {
      if (entry.path().extension() == ".lock") {
        std::error_code gone;  // What the killed process started may still end, and take its lock with it.
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::seconds(11), gone);
        tally_.locks += gone ? 0 : 1;
      }
    }
  }

  // It goes through at once, or is told of the promotion that was killed too late to be told itself.
  void promote_other() {
    age_locks();
    Finished finished = registry_.run(promotion_of(other(live().version)));
    if (finished.output.starts_with("REJECTED  staging was moved meanwhile\n")) {
      ++tally_.surprised;
      finished = registry_.run(promotion_of(other(live().version)));
    }
    INFO(finished.output);
    REQUIRE(finished.exit_code == 0);
  }

  LedgerRegistry registry_;
  fs::path shared_;
  Random random_;
  std::chrono::microseconds usual_{0};
  Tally tally_;
};

void register_two_versions(const LedgerRegistry& registry) {
  REQUIRE(registry.run({"register", "p1"}).exit_code == 0);
  registry.commit_content("Another.");
  REQUIRE(registry.run({"register", "p1"}).exit_code == 0);
  REQUIRE(registry.run({"promote", "p1@1", "--to", "staging"}).exit_code == 0);
}

Tally kill_here(int count) {
  const TemporaryFolder folder;
  const LedgerRegistry registry{folder.path(), sandbox_environment(folder.path())};
  git_output(registry.git(), {"init", "-q", "-b", "main"});
  registry.commit_prompts(1);
  register_two_versions(registry);
  Killer killer(registry, registry.folder, 1);
  for (int number = 0; number < count; ++number) {
    killer.kill_one();
  }
  return killer.tally();
}

Tally kill_with_remote(int count) {
  const GitSite site(start_git_daemon);
  site.clone("clone");
  const LedgerRegistry registry{site.path("clone"), site.environment()};
  registry.commit_prompts(1);
  git_output(registry.git(), {"push", "-q", "origin", "HEAD"});
  register_two_versions(registry);
  Killer killer(registry, site.path("served/r.git"), 2);
  for (int number = 0; number < count; ++number) {
    killer.kill_one();
  }
  return killer.tally();
}

void print(const char* where, const Tally& tally) {
  std::cout << fmt::format("{}: {} promotions killed, {} of them recorded, {} locks left, {} found by the next\n",
                           where, tally.killed, tally.recorded, tally.locks, tally.surprised);
}

}  // namespace

// How many are caught in time is the machine's affair; that some are keeps the test from passing by accident.
TEST_CASE("a promotion that is killed has happened or has not, without a remote", "[e2e]") {
  CHECK(kill_here(16).killed > 0);
}

TEST_CASE("a promotion that is killed has happened or has not, with a remote", "[e2e]") {
  CHECK(kill_with_remote(5).killed > 0);
}

TEST_CASE("figures: promotions that are killed", "[.figures]") {
  print("here", kill_here(100));
  print("with a remote", kill_with_remote(100));
}
