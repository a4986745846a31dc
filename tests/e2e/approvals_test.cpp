// Promotions that people approve, with real keys, clones and a server.

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <thread>
#include <utility>

#include "base/random.hpp"
#include "flow/ledger_state.hpp"
#include "flow/ledger_verification.hpp"
#include "flow/ledger_views.hpp"
#include "tests/support/approvers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

constexpr const char* no_keys = "skipped: ssh-keygen is not installed";

const std::vector<std::string> all_people{"mia", "ada", "lee", "noor", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"};

// A repository without a remote, where each is whom the errand says.
class OneRepository {
 public:
  explicit OneRepository(const std::string& production) : people_(folder_.path(), all_people) {
    registry_ = {folder_.path() / "w", sandbox_environment(folder_.path())};
    fs::create_directories(registry_.folder);
    if (people_.have_keys()) {
      git_output(registry_.git(), {"init", "-q", "-b", "main"});
      people_.commit_registry(registry_, production);
    }
  }

  bool is_ready() const { return people_.have_keys(); }
  const LedgerRegistry& registry() const { return registry_; }
  const Approvers& people() const { return people_; }

  Finished as(const std::string& name, const std::vector<std::string>& arguments, const std::string& key = {}) const {
    return people_.run(registry_, name, arguments, key);
  }

  // Registered by Mia, who then asks for it.
  void request(const std::string& version = "p1@1") const {
    as("mia", {"register", "--changed"});
    REQUIRE(as("mia", {"promote", version, "--to", "production"}).exit_code == 3);
  }

 private:
  TemporaryFolder folder_;
  Approvers people_;
  LedgerRegistry registry_;
};

bool contains(const Finished& finished, std::string_view text) {
  return finished.output.find(text) != std::string::npos;
}

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
  CHECK(contains(late, "request 2 is carried out"));
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
    CHECK(contains(here.as("ada", {"approve", "3"}), "request 3 is replaced"));
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
    CHECK(contains(here.as("ada", {"approve", "2"}), "request 2 is rejected: mia <mia@x.example> rejected it: a slip"));
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

namespace {

// A promotion that somebody writes by hand after the newest event, a request or what was said to one: as if nobody had
// to approve it, or as if he carried it out. Signed as `name` does, or by nobody.
void forge_promotion(const OneRepository& here, const std::string& name, bool carries_out, bool is_signed,
                     const std::string& shown_name = {}) {
  const LedgerRegistry& registry = here.registry();
  GitLedger ledger(
      {registry.folder, is_signed ? here.people().errand(registry, name, {}).environment : registry.environment});
  const auto tip = ledger.tip().value();
  const LedgerState state = state_at(ledger, tip);
  LedgerEvent event = state.event().value();
  event.request = carries_out ? std::optional(event.request.value_or(event.seq)) : std::nullopt;
  event.seq += 1;
  event.previous = state.event_digest();
  event.type = EventType::promotion;
  event.actor = fmt::format("{} <{}@x.example>", shown_name.empty() ? name : shown_name, name);
  event.moves = std::exchange(event.proposed, {});
  event.conditions = ConditionsSource{git_output(registry.git(), {"rev-parse", "HEAD"}), ""};
  const std::string commit =
      ledger.write({tip, views_after(event, state), "promote p1@1 to production\n", event.actor, event.at});
  git_output(registry.git(), {"update-ref", "refs/heads/promptctl-ledger", commit});
}

}  // namespace

TEST_CASE("verify names a promotion that was written past its approvals", "[e2e]") {
  const OneRepository here("{approvals: {need: 2}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  SECTION("that carries out no request") {
    forge_promotion(here, "ada", false, true);
    CHECK(contains(here.as("mia", {"verify"}), "): it carries out no request, and needed 2 approvals"));
  }
  SECTION("that was approved by too few") {
    forge_promotion(here, "ada", true, true);
    const Finished verified = here.as("mia", {"verify"});
    CHECK(verified.exit_code == 1);
    CHECK(contains(verified, "✗ approvals at event 3"));
    CHECK(contains(verified, "): request 2 lacked 1 approval of 2"));
  }
  SECTION("by one who approved under another name") {
    CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
    forge_promotion(here, "ada", true, true, "Ada Berg");
    CHECK(contains(here.as("mia", {"verify"}), "): request 2 lacked 1 approval of 2"));
  }
  SECTION("by who asked for it") {
    forge_promotion(here, "mia", true, true);
    CHECK(
        contains(here.as("ada", {"verify"}), "): mia <mia@x.example> can't approve request 2: who asks for it can't"));
  }
  SECTION("that nobody has signed") {
    forge_promotion(here, "ada", true, false);
    CHECK(contains(here.as("mia", {"verify"}), "): ada <ada@x.example> must sign it, as an allowed signer"));
  }
  SECTION("of which status warns as well") {
    forge_promotion(here, "ada", false, true);
    const Finished status = here.as("mia", {"status", "p1"});
    INFO(status.output);
    CHECK(contains(status, "✗ not by main's conditions (event 3, approvals)"));
  }
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
  const Finished faulty = here.as("mia", {"doctor"});
  CHECK(faulty.exit_code == 1);
  CHECK(contains(faulty, "FAULT  who may     production: nobody can sign as gone@x.example"));
  CHECK(contains(faulty, "production: promotions need 2 approvals of ada@x.example,"));
  CHECK(contains(faulty, "overrides: nobody"));
  CHECK(contains(faulty, "ok     key         what mia <mia@x.example> signs here counts as theirs (SHA256:"));
  const Finished stranger = here.as("mia", {"doctor"}, "ada");
  CHECK(contains(stranger,
                 "note   key         what mia <mia@x.example> records here counts as nobody's: the key is that"));
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
