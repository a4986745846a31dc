// Promotions that people approve, with real keys, clones and a server.

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <thread>

#include "base/random.hpp"
#include "ledger/ledger_state.hpp"
#include "ledger/ledger_verification.hpp"
#include "tests/e2e/approval_scene.hpp"
#include "tests/support/approvers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

long long live_version(const LedgerState& state) {
  const auto deployment = state.deployment("production", "p1");
  return deployment ? deployment->move.to.version : 0;
}

}  // namespace

TEST_CASE("an approval counts once a person, signed with a key of his own", "[e2e]") {
  const OneRepository here("{approvals: {need: 2}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  CHECK(contains(here.as("mia", {"approve", "2"}), "who asks for it can't approve it"));
  const Finished borrowed = here.as("ada", {"approve", "2"}, "lee");
  CHECK(contains(borrowed, "error[unsigned]"));
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  const Finished again = here.as("ada", {"approve", "2"});
  CHECK(again.exit_code == 1);
  CHECK(contains(again, "has said so before"));
  Errand renamed = here.people().errand(here.registry(), "ada", {"approve", "2"});
  renamed.environment["GIT_AUTHOR_NAME"] = "Ada Berg";
  CHECK(contains(run_errand(renamed), "Ada Berg <ada@x.example> has said so before"));
  CHECK(here.as("lee", {"approve", "2"}).exit_code == 0);
  CHECK(here.registry().log().back() == "4 promote p1@1 production, lee");
  const Finished late = here.as("noor", {"approve", "2"});
  CHECK(late.exit_code == 0);
  CHECK(contains(late, "request 2 was carried out"));
  const Finished too_late = here.as("noor", {"approve", "2", "--reject", "--reason", "no"});
  CHECK(too_late.exit_code == 1);
  CHECK(contains(too_late, "approvals: request 2 was carried out by event 4"));
  CHECK(here.registry().last_event() == 4);
  CHECK(contains(here.as("mia", {"verify"}), "ACCEPTED"));
}

TEST_CASE("one key under two names is one approval", "[e2e]") {
  const OneRepository here("{approvals: {need: 2}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  // The key of ada, who is lee as well.
  const LedgerRegistry& registry = here.registry();
  std::string signers = read_text(registry.folder / "allowed_signers");
  signers += signers.substr(signers.find("ada@"), signers.find('\n', signers.find("ada@")) + 1 - signers.find("ada@"))
                 .replace(0, 3, "eve");
  signers += signers.substr(signers.find("mia@"), signers.find('\n', signers.find("mia@")) + 1 - signers.find("mia@"))
                 .replace(0, 3, "max");
  write_text(registry.folder / "allowed_signers", signers);
  git_output(registry.git(), {"commit", "-qam", "another name"});
  here.request();
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  const Finished twin = here.as("eve", {"approve", "2"}, "ada");
  CHECK(twin.exit_code == 2);
  CHECK(contains(twin, "error[same-key]"));
  CHECK(contains(here.as("max", {"approve", "2"}, "mia"), "error[same-key]"));
  CHECK(registry.last_event() == 3);
}

TEST_CASE("the key of an author or a requester approves under no other name", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  const LedgerRegistry& registry = here.registry();
  const std::string signers = read_text(registry.folder / "allowed_signers");
  const auto key_of = [&signers](const std::string& name) {
    const std::size_t start = signers.find(' ', signers.find(name + "@")) + 1;
    return signers.substr(start, signers.find('\n', start) - start);
  };
  const auto allow = [&](const std::string& lines) {
    write_text(registry.folder / "allowed_signers", signers + lines);
    git_output(registry.git(), {"commit", "-qam", "more names"});
  };
  write_text(registry.folder / "prompts/p1.prompt", "By Ada.\n");
  git_output(registry.git(), {"commit", "-qam", "x", "--author", "Ada <ada@x.example>"});
  std::string name;
  std::string key;
  SECTION("of a line that names both") {
    allow("Ada@x.example,eve@x.example " + key_of("p1") + "\n");
    std::tie(name, key) = std::pair("eve", "p1");
  }
  SECTION("of two lines, of which one may sign no events any more") {
    allow("eve@x.example " + key_of("p1") + "\nada@x.example namespaces=\"file\" " + key_of("p1") + "\n");
    std::tie(name, key) = std::pair("eve", "p1");
  }
  SECTION("of a line of a pattern") {
    allow("a*@x.example,eve@x.example " + key_of("p1") + "\n");
    std::tie(name, key) = std::pair("eve", "p1");
  }
  SECTION("another key of who asked") {
    allow("mia@x.example,max@x.example " + key_of("p1") + "\n");
    std::tie(name, key) = std::pair("max", "p1");
  }
  SECTION("a key of his own, where who asked could have signed as he") {
    allow("mia@x.example,lee@x.example " + key_of("mia") + "\n");
    std::tie(name, key) = std::pair("lee", "lee");
  }
  here.request();
  const Finished refused = here.as(name, {"approve", "2"}, key);
  INFO(refused.output);
  CHECK(refused.exit_code == 2);
  CHECK(contains(refused, "error[same-key]"));
  CHECK(registry.last_event() == 2);
  append(here, promotion_by(here, fmt::format("{0} <{0}@x.example>", name)), key);
  const Finished verified = here.as("noor", {"verify"});
  INFO(verified.output);
  CHECK(contains(verified, fmt::format("{0} <{0}@x.example> can't approve request 2: ", name)));
}

TEST_CASE("two approvals whose keys may be one person's are one", "[e2e]") {
  const OneRepository here("{approvals: {need: 2}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  const LedgerRegistry& registry = here.registry();
  std::string signers = read_text(registry.folder / "allowed_signers");
  signers.replace(signers.find("ada@x.example"), 13, "ada@x.example,lee@x.example");
  write_text(registry.folder / "allowed_signers", signers);
  git_output(registry.git(), {"commit", "-qam", "Ada signs for Lee"});
  here.request();
  SECTION("who could have signed as another first") {
    CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
    CHECK(contains(here.as("lee", {"approve", "2"}), "error[same-key]"));
  }
  SECTION("who could have signed as another then") {
    CHECK(here.as("lee", {"approve", "2"}).exit_code == 0);
    CHECK(contains(here.as("ada", {"approve", "2"}), "error[same-key]"));
  }
  CHECK(registry.last_event() == 3);
  CHECK(here.as("noor", {"approve", "2"}).exit_code == 0);
  CHECK(registry.last_event() == 4);
}

TEST_CASE("what a request was bound to voids it when it moves", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  const LedgerRegistry& registry = here.registry();
  here.request();
  SECTION("a version that was yanked") {
    here.as("mia", {"yank", "p1@1", "--reason", "no"});
    CHECK(contains(here.as("ada", {"approve", "2"}), "request 2 is void: p1@1 was yanked since"));
  }
  SECTION("conditions that changed on the main branch") {
    std::string project = read_text(registry.folder / "promptctl.yaml");
    write_text(registry.folder / "promptctl.yaml", project.replace(project.find("need: 1"), 7, "need: 1, veto: false"));
    git_output(registry.git(), {"commit", "-qam", "no veto"});
    CHECK(contains(here.as("ada", {"approve", "2"}),
                   "request 2 is void: the main branch has other conditions for production now"));
  }
  SECTION("a newer request for the same prompt") {
    registry.commit_content("Another.");
    here.as("mia", {"register", "p1"});
    CHECK(here.as("mia", {"promote", "p1@2", "--to", "production"}).exit_code == 3);
    CHECK(contains(here.as("ada", {"approve", "2"}), "error[no-request]"));
    CHECK(here.as("ada", {"approve", "4"}).exit_code == 0);
  }
  SECTION("a request of several prompts, of which one was asked for anew") {
    CHECK(here.as("mia", {"promote", "p1@1", "p2@1", "--to", "production"}).exit_code == 3);
    CHECK(here.as("mia", {"promote", "p1@1", "--to", "production"}).exit_code == 3);
    CHECK(contains(here.as("ada", {"approve", "3"}), "request 3 was replaced"));
    CHECK(here.as("ada", {"approve", "4"}).exit_code == 0);
  }
  SECTION("the same is not asked for twice") {
    const Finished again = here.as("mia", {"promote", "p1@1", "--to", "production"});
    CHECK(again.exit_code == 3);
    CHECK(contains(again, "PENDING  production stays as it is: request 2 needs 1 more approval"));
    CHECK(registry.last_event() == 2);
  }
  SECTION("who asked takes it back") {
    CHECK(here.as("mia", {"approve", "2", "--reject", "--reason", "a slip"}).exit_code == 0);
    CHECK(contains(here.as("ada", {"approve", "2"}), "request 2 was rejected by mia <mia@x.example>: a slip"));
  }
}

TEST_CASE("authors and who is not named can't approve, and only who is named can override", "[e2e]") {
  const OneRepository here(
      "{after: staging, approvals: {need: 1, of: [ada@x.example, lee@x.example]}, "
      "overrides: {of: [noor@x.example]}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  const LedgerRegistry& registry = here.registry();
  write_text(registry.folder / "prompts/p1.prompt", "By Ada.\n");
  git_output(registry.git(), {"commit", "-qam", "x", "--author", "Ada <Ada@X.example>"});
  here.as("mia", {"register", "--changed"});
  const std::vector<std::string> promotion{"promote", "p1@1", "--to", "production", "--override", "--reason", "urgent"};
  const Finished unnamed = here.as("mia", promotion);
  CHECK(unnamed.exit_code == 1);
  CHECK(contains(unnamed, "override: mia <mia@x.example> can't override here: only noor@x.example may"));
  const Finished asked = here.as("noor", promotion);
  CHECK(asked.exit_code == 3);
  CHECK(contains(asked, "overriding after: p1@1 was never live in staging"));
  CHECK(contains(here.as("noor", {"approve", "2"}), "only ada@x.example, lee@x.example may"));
  CHECK(contains(here.as("ada", {"approve", "2"}), "the author of p1@1 can't approve it"));
  CHECK(here.as("lee", {"approve", "2"}).exit_code == 0);
  CHECK(registry.log().back() == "3 override p1@1 production, lee");
  const Finished status = here.as("mia", {"status", "p1"});
  CHECK(contains(status, "approved by lee (request 2)"));
  CHECK(contains(status, "past after: p1@1 was never live in staging"));
}

TEST_CASE("an override of what changes with time is still what was asked for", "[e2e]") {
  const OneRepository here("{after: staging, soak: 30d, approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.as("mia", {"register", "--changed"});
  here.as("mia", {"promote", "p1@1", "--to", "staging"});
  const std::vector<std::string> promotion{"promote", "p1@1", "--to", "production", "--override", "--reason", "urgent"};
  CHECK(contains(here.as("mia", promotion), "request 3 needs 1 more approval"));
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(contains(here.as("mia", promotion), "request 3 needs 1 more approval"));
  CHECK(here.as("ada", {"approve", "3"}).exit_code == 0);
  CHECK(here.registry().log().back() == "4 override p1@1 production, ada");
  CHECK(contains(here.as("ada", {"verify"}), "ACCEPTED"));
}

TEST_CASE("a rejection without a veto is recorded, and the others go on", "[e2e]") {
  const OneRepository here("{approvals: {need: 2, veto: false}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  CHECK(here.as("ada", {"approve", "2", "--reject", "--reason", "on second thought"}).exit_code == 0);
  CHECK(contains(here.as("lee", {"approve", "2"}), "it needs 1 more approval"));
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  CHECK(here.registry().log().back() == "6 promote p1@1 production, ada");
}

TEST_CASE("eight approve at once: as many count as are needed, and the environment moves once", "[e2e]") {
  const TemporaryFolder keys;
  const Approvers people(keys.path(), all_people);
  if (!people.have_keys()) {
    WARN(no_keys);
    return;
  }
  const GitSite site;
  site.clone("origin");
  const LedgerRegistry origin{site.path("origin"), site.environment()};
  people.commit_registry(origin, "{approvals: {need: 3}}");
  git_output(origin.git(), {"push", "-q", "origin", "HEAD"});
  people.run(origin, "mia", {"register", "--changed"});
  REQUIRE(people.run(origin, "mia", {"promote", "p1@1", "--to", "production"}).exit_code == 3);
  std::vector<Errand> errands;
  for (int number = 1; number <= 8; ++number) {
    const std::string name = fmt::format("p{}", number);
    site.clone(name);
    errands.push_back(people.errand({site.path(name), site.environment()}, name, {"approve", "2"}));
  }
  for (const Finished& finished : run_at_once(errands)) {
    INFO(finished.output);
    CHECK(finished.exit_code == 0);
  }
  site.clone("reader");
  const LedgerRegistry reader{site.path("reader"), site.environment()};
  const std::vector<std::string> log = reader.log();
  REQUIRE(log.size() >= 3);
  CHECK(log.back().starts_with("5 promote p1@1 production, p"));
  CHECK(reader.last_event() == 5);
  CHECK(contains(reader.run({"verify"}), "ACCEPTED"));
}

TEST_CASE("doctor says who may do what, who is named and has no key, and whether what is signed here counts", "[e2e]") {
  const OneRepository here("{approvals: {need: 2, of: [ada@x.example, gone@x.example]}, overrides: {of: []}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.as("mia", {"register", "--changed"});
  const Finished faulty = here.as("mia", {"doctor", "--json"});
  CHECK(faulty.exit_code == 1);
  CHECK(contains(faulty, "\"production: nobody can sign as gone@x.example\""));
  CHECK(contains(faulty,
                 "\"production: promotions need 2 approvals of ada@x.example, gone@x.example; not who asked for it "
                 "or who wrote it; overrides: nobody\""));
  CHECK(contains(faulty, "\"what mia <mia@x.example> signs here counts as theirs (SHA256:"));
  const Finished stranger = here.as("mia", {"doctor", "--json"}, "ada");
  CHECK(contains(stranger,
                 "\"what mia <mia@x.example> records here counts as nobody's: the key is that of ada@x.example\""));
  CHECK(here.registry().last_event() == 1);
}

namespace {

// Kills the approval that would move the environment, at a random moment. Returns whether it was recorded.
bool kill_one(const OneRepository& here, Random& random, std::chrono::microseconds usual, long long version) {
  const LedgerRegistry& registry = here.registry();
  REQUIRE(here.as("mia", {"promote", fmt::format("p1@{}", version), "--to", "production"}).exit_code == 3);
  const std::string request = std::to_string(registry.last_event());
  const Errand errand = here.people().errand(registry, "ada", {"approve", request});
  ProcessOptions options;
  options.folder = registry.folder;
  options.environment = assignments(errand.environment);
  options.with_children = random.below(2) == 0;
  ChildProcess process(errand.arguments, options);
  std::this_thread::sleep_for(usual * random.uniform());
  process.signal(SIGKILL);
  const int code = process.wait();
  const GitLedger ledger({registry.folder, registry.environment});
  const auto tip = ledger.tip().value();
  const LedgerState state = state_at(ledger, tip);
  const bool is_recorded = live_version(state) == version;
  CHECK((is_recorded || code != 0));
  CHECK(is_recorded == (state.request("production", "p1")->answers.size() == 1));
  CHECK(verify_ledger(ledger, {tip, "", std::chrono::system_clock::now()}).accepted());
  for (const auto& entry : fs::recursive_directory_iterator(registry.folder / ".git")) {
    std::error_code gone;
    if (entry.path().extension() == ".lock") {
      fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::seconds(11), gone);
    }
  }
  if (!is_recorded) {
    CHECK(here.as("ada", {"approve", request}).exit_code == 0);
  }
  return is_recorded && code != 0;
}

int kill_approvals(int count) {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return 0;
  }
  here.request();
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(here.as("ada", {"approve", "2"}).exit_code == 0);
  const auto usual = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  here.registry().commit_content("Another.");
  here.as("mia", {"register", "p1"});
  Random random(7);
  int recorded = 0;
  for (int number = 0; number < count; ++number) {
    recorded += kill_one(here, random, usual, number % 2 == 0 ? 2 : 1) ? 1 : 0;
  }
  return recorded;
}

}  // namespace

TEST_CASE("an approval that is killed has moved the environment or has said nothing", "[e2e]") {
  kill_approvals(6);
}

TEST_CASE("figures: approvals that are killed", "[.figures]") {
  std::cout << fmt::format("of 100 approvals that were killed, {} had moved the environment\n", kill_approvals(100));
}
