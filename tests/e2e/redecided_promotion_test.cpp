// Promotions that nobody's gate let pass, made by hand and pushed: whoever verifies or fetches decides them again.

#include "tests/support/catch.hpp"
#include "tests/support/promotion_attack.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) == std::string::npos) {
    WARN(text);
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("an event made by hand that the gate lets pass is a promotion like any other", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile good = attack.statement("good.yaml");
  attack.push(attack.promotion("production", {good}), {good});
  CHECK(has(attack.verify(), "ACCEPTED  3 events"));
  CHECK(has(attack.sync(), "[exit 0]"));
}

TEST_CASE("a statement that fails main's gate promotes nothing, whoever wrote the event", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile bad = attack.statement("bad.yaml");
  attack.push(attack.promotion("production", {bad}), {bad});
  const std::string fault = "decided again, it is rejected: p@1 on s with local/m: pass_rate at least 90%: 0.0%";
  CHECK(has(attack.verify(), "✗ gate at event 3 ("));
  CHECK(has(attack.verify(), fault));
  CHECK(has(attack.sync(), "REJECTED  event 3 (gate): " + fault));
  const std::string mark = "✗ not by main's conditions (event 3, gate): promptctl verify says why";
  CHECK(has(attack.again("status"), mark));
  CHECK(has(attack.again("status --json"), fault));
  CHECK(has(attack.again("export production -o ../p.json"),
            "note: p@1 went live past main's conditions (event 3, gate)"));
  // It is told once, and known without a sync as well.
  CHECK(has(attack.again("sync"), "[exit 0]"));
  CHECK(has(attack.again("status"), mark));
  attack.clone();
  CHECK(has(attack.again("status"), mark));
  CHECK(has(attack.again("sync"), "REJECTED  event 3 (gate): " + fault));
}

TEST_CASE("a gate whose evidence was dropped from the event was never asked", "[e2e]") {
  PromotionAttack attack;
  attack.push(attack.promotion("production", {}), {});
  CHECK(has(attack.verify(), "✗ gate at event 3 ("));
  CHECK(has(attack.verify(),
            "decided again, it is inconclusive: p@1 on s with local/m: evidence: there is none that may be used"));
  CHECK(has(attack.sync(), "REJECTED  event 3 (gate)"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, gate)"));
}

TEST_CASE("a promotion that jumps the soak is found", "[e2e]") {
  PromotionAttack attack;
  attack.push(attack.promotion("canary", {}), {});
  CHECK(has(attack.verify(), "✗ order at event 3 ("));
  CHECK(has(attack.verify(), "decided again, it is rejected: p@1 was live in staging for 0s of 24h"));
  CHECK(has(attack.sync(), "REJECTED  event 3 (order)"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, order)"));
}

TEST_CASE("the result of another method is a note, and no leave to go without evidence", "[e2e]") {
  PromotionAttack attack;
  const bool has_evidence = GENERATE(true, false);
  const std::string script = GENERATE("good.yaml", "bad.yaml");
  const LedgerFile statement = attack.statement(script);
  const std::vector<LedgerFile> statements = has_evidence ? std::vector{statement} : std::vector<LedgerFile>();
  LedgerEvent event = attack.promotion("production", statements);
  event.method = "promptctl-gate 99";
  attack.push(event, statements);
  const std::string printed = attack.verify();
  CHECK(has(printed, has_evidence ? "ACCEPTED" : "no evidence of p@1 is recorded that its gate could use"));
  if (has_evidence) {
    CHECK(has(printed, script == "good.yaml"
                           ? "decided by promptctl-gate 99; promptctl-gate 1 finds the same"
                           : "decided by promptctl-gate 99, and promptctl-gate 1 finds it rejected: p@1 on s"));
  }
}

TEST_CASE("an event that does not name its method is a fault", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile good = attack.statement("good.yaml");
  LedgerEvent event = attack.promotion("production", {good});
  event.method.clear();
  attack.push(event, {good});
  CHECK(has(attack.verify(), "it does not say by which method its gate was decided"));
}

TEST_CASE("an override names all that it went past", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile bad = attack.statement("bad.yaml");
  LedgerEvent event = attack.promotion("production", {bad});
  event.type = EventType::overriding;
  event.reason = "the mail must go out";
  const bool names_it = GENERATE(true, false);
  event.objections = {names_it ? "gate: p@1 on s with local/m: pass_rate at least 90%: 0.0%"
                               : "gate: p@1 on s with local/m: pass_rate at least 90%: 89.0%"};
  attack.push(event, {bad});
  const std::string printed = attack.verify();
  CHECK(has(printed, names_it ? "ACCEPTED"
                              : "it went past what it does not name: p@1 on s with local/m: pass_rate at least 90%"));
}

TEST_CASE("faults that are too many to show are counted, by sync as well", "[e2e]") {
  PromotionAttack attack;
  constexpr int most = 100;
  std::vector<LedgerEvent> events;
  for (int number = 0; number < most + 2; ++number) {
    events.push_back(attack.promotion("staging", {}));
    events.back().environment = "made-up-" + std::to_string(number);
  }
  attack.push_all(events, {});
  const std::string printed = attack.verify();
  CHECK(has(printed, "REJECTED  102 faults in 104 events"));
  CHECK(has(printed, "  and 2 more: promptctl verify --json names them all\n"));
  const std::string synced = attack.sync();
  CHECK(has(synced, "REJECTED  event 102 (conditions)"));
  CHECK(has(synced, "  and 2 more: promptctl verify --json names them all\n"));
  CHECK(has(synced, "[exit 1]"));
}

TEST_CASE("a commit that is none, and a registry that is none, are faults", "[e2e]") {
  PromotionAttack attack;
  LedgerEvent event = attack.promotion("production", {});
  event.conditions->commit = "HEAD";
  LedgerEvent other = attack.promotion("canary", {});
  other.conditions->registry = "../elsewhere/";
  attack.push_all({event, other}, {});
  const std::string printed = attack.verify();
  CHECK(has(printed, "it was decided by the conditions of HEAD, which is no commit of the main branch"));
  CHECK(has(printed, "p@1 belongs to the registry in ``, and was moved by the conditions of `../elsewhere/`"));
}

TEST_CASE("a rollback to what went live past main's conditions is marked like it", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile bad = attack.statement("bad.yaml");
  attack.push(attack.promotion("production", {bad}), {bad});
  attack.clone();
  CHECK(has(attack.again("sync"), "REJECTED"));
  write_text(attack.path("w/prompts/p.prompt"), "---\nmodel: local/m\ninput: {schema: {q: string}}\n---\nNow {{q}}\n");
  attack.run("git -C w commit -qam better");
  attack.run("git -C w push -q origin main");
  attack.run("promptctl -C w register p");
  attack.run("mock good.yaml");
  attack.run("promptctl -C w eval -q --no-cache");
  CHECK(has(attack.run("promptctl -C w promote p@2 --to production"), "p@2 is live in production"));
  CHECK(has(attack.run("promptctl -C w rollback p --env production --reason worse"), "p@1 is live"));
  CHECK(has(attack.again("sync"), "up to date"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, gate)"));
}

TEST_CASE("conditions that are newer than what was fetched of main hold where they were read", "[e2e]") {
  PromotionAttack attack;
  attack.clone();
  CHECK(has(attack.again("sync"), "[exit 0]"));
  write_text(attack.path("w/promptctl.yaml"), std::string(PromotionAttack::policy) + "defaults: {target: local/m}\n");
  attack.run("git -C w commit -qam newer");
  attack.run("git -C w push -q origin main");
  attack.run("mock good.yaml");
  attack.run("promptctl -C w eval -q --no-cache");
  CHECK(has(attack.run("promptctl -C w promote p@1 --to production"), "p@1 is live in production"));
  CHECK(has(attack.again("sync"), "[exit 0]"));
  CHECK(has(attack.again("verify"), "ACCEPTED"));
}

TEST_CASE("a gate that was loosened in a remote of one's own is none of main's", "[e2e]") {
  PromotionAttack attack;
  const LedgerFile bad = attack.statement("bad.yaml");
  const std::string loosened =
      std::string(PromotionAttack::policy).replace(std::string(PromotionAttack::policy).find("90%"), 3, "0%");
  write_text(attack.path("mallory/promptctl.yaml"), loosened);
  attack.run("git -C mallory commit -qam loosened");
  attack.push(attack.promotion("production", {bad}), {bad});
  CHECK(has(attack.verify(), "[exit 2]"));
  CHECK(has(attack.again("status"), "note: promotions can't all be held to main's conditions here"));
  // To be read it must be on the server, on a branch of its own.
  attack.run("git -C mallory push -q origin HEAD:side");
  CHECK(has(attack.verify(), "✗ conditions at event 3 ("));
  CHECK(has(attack.sync(), "which is no commit of the main branch"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, conditions)"));
}
