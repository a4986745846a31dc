// Promotions that nobody's gate let pass, made by hand and pushed: whoever verifies or fetches decides them again.

#include <algorithm>
#include <filesystem>

#include "codec/gate_policy.hpp"
#include "flow/gating.hpp"
#include "flow/ledger_views.hpp"
#include "flow/registry.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/disk_files.hpp"
#include "world/git_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr const char* policy =
    "format: 1\n"
    "providers: {local: {type: openai, base_url: \"${MOCK_URL}\", retries: 0}}\n"
    "environments:\n"
    "  staging:\n"
    "  canary: {after: staging, soak: 1d}\n"
    "  production: {gate: {min_cases: 2, cassette: allow, rules: [{metric: pass_rate, at_least: 90%}]}}\n";

bool has(const std::string& text, const std::string& part) {
  if (text.find(part) == std::string::npos) {
    WARN(text);
    return false;
  }
  return true;
}

// A server with a registry whose p@1 is live in staging, and Mallory, who may push to it.
class Attack {
 public:
  Attack() : player_(root_.path()), server_(start_git_daemon(root_.path() / "served")) {
    write_text(path("good.yaml"), "rules: [{reply: fine}]\n");
    write_text(path("bad.yaml"), "rules: [{reply: nonsense}]\n");
    write_text(path("w/promptctl.yaml"), policy);
    write_text(path("w/.gitignore"), ".promptctl/\n");
    write_text(path("w/prompts/p.prompt"), "---\nmodel: local/m\ninput: {schema: {q: string}}\n---\n{{q}}\n");
    write_text(path("w/golden/s/suite.yaml"),
               "prompt: p\ncases: cases.jsonl\nassert: [{type: contains, value: fine}]\n");
    write_text(path("w/golden/s/cases.jsonl"),
               "{\"id\": \"a\", \"vars\": {\"q\": \"one\"}}\n{\"id\": \"b\", \"vars\": {\"q\": \"two\"}}\n");
    for (const std::string& line :
         {std::string("git init -q --bare -b main served/r.git"), std::string("git init -q -b main w"),
          std::string("git -C served/r.git config http.receivepack true"), "git -C w remote add origin " + url(),
          std::string("git -C w add -A"), std::string("git -C w commit -qm registry"),
          std::string("git -C w push -q origin main"), std::string("promptctl -C w register p"),
          std::string("promptctl -C w promote p@1 --to staging"), "git clone -q " + url() + " mallory"}) {
      run(line);
    }
  }

  std::filesystem::path path(const std::string& name) const { return root_.path() / name; }
  std::string url() const { return server_->url("r.git"); }
  std::string run(const std::string& line) { return player_.run(line); }

  // What Mallory's run shows where `script` answers.
  LedgerFile statement(const std::string& script) {
    run("mock " + script);
    run("promptctl -C mallory eval -q --no-cache -o ../e.intoto.jsonl");
    const std::string text = read_text(path("e.intoto.jsonl"));
    Diagnostics faults;
    const auto statements = read_evidence_lines(std::make_shared<const Source>("e", text), faults);
    return {evidence_path(statements.front().digest), statements.front().text};
  }

  // An event as promptctl would write it that puts p@1 into an environment by main's conditions.
  LedgerEvent promotion(const std::string& environment, const std::vector<LedgerFile>& statements) {
    const auto project = Registry(DiskFiles(path("mallory"))).sound_project();
    const auto found = std::find_if(project->environments.begin(), project->environments.end(),
                                    [&environment](const Environment& one) { return one.name == environment; });
    const VersionName name{"p", 1};
    LedgerEvent event;
    event.type = EventType::promotion;
    event.environment = environment;
    event.policy = conditions_digest(*found);
    event.conditions = ConditionsSource{git_output(git(), {"rev-parse", "HEAD"}), ""};
    event.method = found->gate ? gate_method : "";
    event.moves.push_back({name, state().version(name)->version.digest, std::nullopt});
    for (const LedgerFile& file : statements) {
      event.evidence.push_back({name, std::filesystem::path(file.path).stem().string()});
    }
    return event;
  }

  // Records it past every check, and pushes it.
  void push(LedgerEvent event, const std::vector<LedgerFile>& statements) {
    const LedgerState before = state();
    const auto last = before.event();
    event.seq = last->seq + 1;
    event.previous = before.event_digest();
    event.actor = "Mallory <m@example.org>";
    event.at = last->at;
    std::vector<LedgerFile> files = views_after(event, before);
    files.insert(files.end(), statements.begin(), statements.end());
    const std::string commit = ledger().write({ledger().tip(), files, "promote p@1\n", event.actor, event.at});
    REQUIRE(ledger().publish(commit, 1).accepted);
  }

  // Another one who works with the server.
  void clone() {
    victim_ = "victim" + std::to_string(++clones_);
    run("git clone -q " + url() + " " + victim_);
  }

  // What everybody else is told, in a clone of his own.
  std::string verify() {
    clone();
    return run("promptctl -C " + victim_ + " verify");
  }
  std::string sync() {
    clone();
    return run("promptctl -C " + victim_ + " sync");
  }

  // In the clone that was told last.
  std::string again(const std::string& command) { return run("promptctl -C " + victim_ + " " + command); }

 private:
  GitExecutable git() const { return {path("mallory"), sandbox_environment(root_.path())}; }
  GitLedger& ledger() {
    if (!ledger_) {
      ledger_ = std::make_unique<GitLedger>(GitLedgerOptions{path("mallory"), sandbox_environment(root_.path()), 1});
      ledger_->accept(*ledger_->fetch());
    }
    return *ledger_;
  }
  LedgerState state() { return state_at(ledger(), ledger().tip()); }

  TemporaryFolder root_;
  TranscriptPlayer player_;
  std::unique_ptr<GitServer> server_;
  std::unique_ptr<GitLedger> ledger_;
  std::string victim_;
  int clones_ = 0;
};

}  // namespace

TEST_CASE("an event made by hand that the gate lets pass is a promotion like any other", "[e2e]") {
  Attack attack;
  const LedgerFile good = attack.statement("good.yaml");
  attack.push(attack.promotion("production", {good}), {good});
  CHECK(has(attack.verify(), "ACCEPTED  3 events"));
  CHECK(has(attack.sync(), "[exit 0]"));
}

TEST_CASE("a statement that fails main's gate promotes nothing, whoever wrote the event", "[e2e]") {
  Attack attack;
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
  Attack attack;
  attack.push(attack.promotion("production", {}), {});
  CHECK(has(attack.verify(), "✗ gate at event 3 ("));
  CHECK(has(attack.verify(),
            "decided again, it is inconclusive: p@1 on s with local/m: evidence: there is none that may be used"));
  CHECK(has(attack.sync(), "REJECTED  event 3 (gate)"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, gate)"));
}

TEST_CASE("a promotion that jumps the soak is found", "[e2e]") {
  Attack attack;
  attack.push(attack.promotion("canary", {}), {});
  CHECK(has(attack.verify(), "✗ order at event 3 ("));
  CHECK(has(attack.verify(), "decided again, it is rejected: p@1 was live in staging for 0s of 24h"));
  CHECK(has(attack.sync(), "REJECTED  event 3 (order)"));
  CHECK(has(attack.again("status"), "✗ not by main's conditions (event 3, order)"));
}

TEST_CASE("the result of another method is a note, and no leave to go without evidence", "[e2e]") {
  Attack attack;
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
  Attack attack;
  const LedgerFile good = attack.statement("good.yaml");
  LedgerEvent event = attack.promotion("production", {good});
  event.method.clear();
  attack.push(event, {good});
  CHECK(has(attack.verify(), "it does not say by which method its gate was decided"));
}

TEST_CASE("an override names all that it went past", "[e2e]") {
  Attack attack;
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

TEST_CASE("a rollback to what went live past main's conditions is marked like it", "[e2e]") {
  Attack attack;
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
  Attack attack;
  attack.clone();
  CHECK(has(attack.again("sync"), "[exit 0]"));
  write_text(attack.path("w/promptctl.yaml"), std::string(policy) + "defaults: {target: local/m}\n");
  attack.run("git -C w commit -qam newer");
  attack.run("git -C w push -q origin main");
  attack.run("mock good.yaml");
  attack.run("promptctl -C w eval -q --no-cache");
  CHECK(has(attack.run("promptctl -C w promote p@1 --to production"), "p@1 is live in production"));
  CHECK(has(attack.again("sync"), "[exit 0]"));
  CHECK(has(attack.again("verify"), "ACCEPTED"));
}

TEST_CASE("a gate that was loosened in a remote of one's own is none of main's", "[e2e]") {
  Attack attack;
  const LedgerFile bad = attack.statement("bad.yaml");
  const std::string loosened = std::string(policy).replace(std::string(policy).find("90%"), 3, "0%");
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
