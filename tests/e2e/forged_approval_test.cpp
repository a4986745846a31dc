// Approvals, vetoes and overrides that somebody writes into the ledger by hand, or gives under another name.

#include <fmt/format.h>

#include <utility>

#include "base/utc.hpp"
#include "tests/e2e/approval_scene.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// As if nobody had to approve it, or as if he carried out what was asked for in event 2.
void forge_promotion(const OneRepository& here, const std::string& name, bool carries_out, bool is_signed) {
  LedgerEvent event = promotion_by(here, fmt::format("{0} <{0}@x.example>", name));
  if (!carries_out) {
    event.request.reset();
    event.approved_by.clear();
  }
  append(here, event, is_signed ? name : "");
}

// Lee's yes to what was asked for in event 2.
LedgerEvent approval_by_lee(const OneRepository& here) {
  LedgerEvent event = event_at(here, 2);
  event.request = event.seq;
  event.type = EventType::approval;
  event.actor = "lee <lee@x.example>";
  event.conditions.reset();
  return event;
}

}  // namespace

TEST_CASE("one person under two names is one approval", "[e2e]") {
  const OneRepository here("{approvals: {need: 2}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  SECTION("when she approves again") {
    Errand errand = here.people().errand(here.registry(), "ada", {"approve", "2"});
    errand.environment["GIT_AUTHOR_NAME"] = "Ada Berg";
    const Finished again = run_errand(errand);
    INFO(again.output);
    CHECK(again.exit_code == 1);
    CHECK(contains(again, "Ada Berg <ada@x.example> has said so before"));
    CHECK(here.registry().last_event() == 3);
  }
  SECTION("when she writes the promotion by hand") {
    append(here, promotion_by(here, "Ada Berg <ada@x.example>"), "ada");
    CHECK(contains(here.as("mia", {"verify"}), "): request 2 lacked 1 approval of 2"));
  }
}

TEST_CASE("a veto can't be taken back", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  REQUIRE(here.as("lee", {"approve", "2", "--reject", "--reason", "no"}).exit_code == 0);
  SECTION("by an approval in the same name that nobody signed") {
    append(here, approval_by_lee(here), "");
  }
  SECTION("by who gave it") {
    append(here, approval_by_lee(here), "lee");
  }
  CHECK(contains(here.as("ada", {"approve", "2"}), "request 2 was rejected by lee <lee@x.example>: no"));
  forge_promotion(here, "ada", true, true);
  CHECK(contains(here.as("mia", {"verify"}), "): request 2 was rejected by lee <lee@x.example>: no"));
}

TEST_CASE("what nobody signed takes no approval back", "[e2e]") {
  const OneRepository here("{approvals: {need: 2, veto: false}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  REQUIRE(here.as("lee", {"approve", "2"}).exit_code == 0);
  LedgerEvent rejection = approval_by_lee(here);
  rejection.type = EventType::rejection;
  rejection.reason = "no";
  append(here, rejection, "");
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  CHECK(here.registry().log().back() == "5 promote p1@1 production, ada");
  CHECK(contains(here.as("mia", {"verify"}), "ACCEPTED"));
}

TEST_CASE("who is only named in the ledger has not said it", "[e2e]") {
  const OneRepository here("{approvals: {need: 2, veto: false}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  LedgerEvent forged = approval_by_lee(here);
  SECTION("an approval") {
    append(here, forged, "");
    CHECK(contains(here.as("lee", {"approve", "2"}), "lee approved request 2: it needs 1 more approval"));
    CHECK(contains(here.as("lee", {"approve", "2"}), "lee <lee@x.example> has said so before"));
  }
  SECTION("an approval by another's key") {
    append(here, forged, "noor");
    CHECK(contains(here.as("lee", {"approve", "2"}), "lee approved request 2: it needs 1 more approval"));
  }
  SECTION("a rejection") {
    forged.type = EventType::rejection;
    forged.reason = "no";
    append(here, forged, "");
    CHECK(here.as("lee", {"approve", "2", "--reject", "--reason", "no"}).exit_code == 0);
    CHECK(contains(here.as("lee", {"approve", "2", "--reject", "--reason", "no"}), "has said so before"));
    CHECK(here.as("lee", {"approve", "2"}).exit_code == 0);
  }
  CHECK(here.as("ada", {"approve", "2"}).exit_code == 0);
  CHECK(contains(here.as("mia", {"status", "p1"}), "approved by lee, ada (request 2)"));
  CHECK(contains(here.as("mia", {"verify"}), "ACCEPTED"));
}

TEST_CASE("a version is approved by those who signed, and by nobody else", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  append(here, approval_by_lee(here), "");
  SECTION("of whom the one who moves it tells") {
    CHECK(contains(here.as("ada", {"approve", "2"}), "  approved by ada (request 2)"));
    CHECK(contains(here.as("mia", {"status", "p1"}), "    approved by ada (request 2)"));
    CHECK(contains(here.as("noor", {"approve", "2", "--json"}), "\"approved\": [\n      \"ada <ada@x.example>\"\n"));
    CHECK(contains(here.as("mia", {"verify"}), "ACCEPTED"));
  }
  SECTION("whatever a promotion says") {
    LedgerEvent event = promotion_by(here, "ada <ada@x.example>");
    event.approved_by = {"lee <lee@x.example>", "ada <ada@x.example>"};
    append(here, event, "ada");
    const Finished verified = here.as("mia", {"verify"});
    INFO(verified.output);
    CHECK(contains(verified,
                   "): it says that lee <lee@x.example>, ada <ada@x.example> approved it, and that was ada "
                   "<ada@x.example>"));
    CHECK(contains(here.as("mia", {"status", "p1"}), "✗ not by main's conditions (event 4, approvals)"));
  }
}

TEST_CASE("a promotion that needed no approvals names nobody who approved it", "[e2e]") {
  const OneRepository here("{}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.as("mia", {"register", "--changed"});
  REQUIRE(here.as("mia", {"promote", "p1@1", "--to", "production"}).exit_code == 0);
  LedgerEvent event = event_at(here, 2);
  here.registry().commit_content("Another.");
  here.as("mia", {"register", "p1"});
  REQUIRE(here.as("mia", {"promote", "p1@2", "--to", "staging"}).exit_code == 0);
  event.moves = event_at(here, 4).moves;
  event.moves.front().from = 1;
  event.approved_by = {"ada <ada@x.example>"};
  SECTION("without a request") {
    append(here, event, "mia");
    CHECK(contains(here.as("mia", {"verify"}), "): an event `promote` can't have these parts"));
  }
  SECTION("with a request that nobody had to make") {
    LedgerEvent request = event;
    request.type = EventType::request;
    request.proposed = std::exchange(request.moves, {});
    request.approved_by.clear();
    append(here, request, "mia");
    event.request = 5;
    append(here, event, "mia");
    CHECK(contains(here.as("mia", {"verify"}), "): it says that ada <ada@x.example> approved it, and that was nobody"));
  }
}

TEST_CASE("once approvals were asked for, no promotion goes by what main said before", "[e2e]") {
  const OneRepository here("{}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  const LedgerRegistry& registry = here.registry();
  const std::string server = (registry.folder.parent_path() / "server.git").string();
  git_output(registry.git(), {"init", "-q", "--bare", "-b", "main", server});
  git_output(registry.git(), {"remote", "add", "origin", server});
  git_output(registry.git(), {"push", "-q", "origin", "main"});
  git_output(registry.git(), {"remote", "set-head", "origin", "main"});
  here.as("mia", {"register", "--changed"});
  REQUIRE(here.as("mia", {"promote", "p1@1", "--to", "production"}).exit_code == 0);
  std::string project = read_text(registry.folder / "promptctl.yaml");
  write_text(registry.folder / "promptctl.yaml",
             project.replace(project.find("production: {}"), 14, "production: {approvals: {need: 1}}"));
  registry.commit_content("Another.");
  git_output(registry.git(), {"commit", "-qam", "approvals", "--allow-empty"});
  git_output(registry.git(), {"push", "-q", "origin", "main"});
  here.as("mia", {"register", "p1"});
  REQUIRE(here.as("mia", {"promote", "p1@2", "--to", "production"}).exit_code == 3);
  SECTION("with nothing between") {}
  SECTION("nor after a request by a commit that is nowhere") {
    LedgerEvent nowhere = event_at(here, 4);
    nowhere.conditions->commit = std::string(40, '1');
    append(here, nowhere, "");
    CHECK(contains(here.as("mia", {"verify"}), "ACCEPTED"));
  }
  LedgerEvent event = event_at(here, 2);
  event.moves = event_at(here, 4).proposed;
  append(here, event, "mia");
  const Finished verified = here.as("mia", {"verify"});
  INFO(verified.output);
  CHECK(verified.exit_code == 1);
  CHECK(contains(verified, "which are older than those of event 4"));
}

TEST_CASE("who dates a commit back does not sign with a key that has expired", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  std::string signers = read_text(here.registry().folder / "allowed_signers");
  const std::size_t ada = signers.find(' ', signers.find("ada@"));
  write_text(here.registry().folder / "allowed_signers", signers.insert(ada, " valid-before=\"20260101Z\""));
  git_output(here.registry().git(), {"commit", "-qam", "Ada has left"});
  here.request();
  const LedgerEvent event = promotion_by(here, "ada <ada@x.example>");
  append(here, event, "ada", event.at - parse_utc("2025-06-01T00:00:00Z").value());
  CHECK(contains(here.as("mia", {"verify"}), "): ada <ada@x.example> must sign it, as an allowed signer"));
}

TEST_CASE("nobody overrides in the name of another", "[e2e]") {
  const OneRepository here("{after: staging, overrides: {of: [noor@x.example]}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.as("mia", {"register", "--changed"});
  REQUIRE(here.as("noor", {"promote", "p1@1", "--to", "production", "--override", "--reason", "x"}).exit_code == 0);
  here.registry().commit_content("Another.");
  here.as("mia", {"register", "p1"});
  REQUIRE(here.as("mia", {"promote", "p1@2", "--to", "staging"}).exit_code == 0);
  LedgerEvent event = event_at(here, 2);
  event.moves = event_at(here, 4).moves;
  event.moves.front().from = 1;
  event.objections = {"after: p1@2 was never live in staging"};
  LedgerEvent request = event;
  request.type = EventType::request;
  request.proposed = std::exchange(request.moves, {});
  append(here, request, "");
  event.request = 5;
  event.actor = "ada <ada@x.example>";
  append(here, event, "ada");
  const Finished verified = here.as("mia", {"verify"});
  INFO(verified.output);
  CHECK(contains(verified, "ada <ada@x.example> is none of those who may override"));
}

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

TEST_CASE("of however many faults none is lost, and what is not shown is counted", "[e2e]") {
  const OneRepository here("{approvals: {need: 1}}");
  if (!here.is_ready()) {
    WARN(no_keys);
    return;
  }
  here.request();
  here.registry().commit_content("Another.");
  here.as("mia", {"register", "p1"});
  LedgerEvent event = promotion_by(here, "mia <mia@x.example>");
  event.request.reset();
  event.approved_by.clear();
  const RegisteredVersion second = event_at(here, 3).registered.front();
  const Move there{second.name, second.digest, 1};
  const Move back{event.moves.front().to, event.moves.front().digest, 2};
  append(here, event, "mia");
  for (int number = 0; number < 50; ++number) {
    event.moves = {there};
    append(here, event, "mia");
    event.moves = {back};
    append(here, event, "mia");
  }
  const Finished verified = here.as("mia", {"verify"});
  CHECK(verified.exit_code == 1);
  CHECK(contains(verified, "REJECTED  101 faults in 104 events"));
  CHECK(contains(verified, "✗ approvals at event 103 ("));
  CHECK_FALSE(contains(verified, "✗ approvals at event 104 ("));
  CHECK(contains(verified, "  and 1 more: promptctl verify --json names them all\n"));
  CHECK(contains(here.as("mia", {"verify", "--json"}), "\"seq\": 104"));
  CHECK(contains(here.as("mia", {"status", "p1"}), "✗ not by main's conditions (event 104, approvals)"));
}
