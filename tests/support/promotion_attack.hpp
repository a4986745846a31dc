#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "ledger/ledger_views.hpp"
#include "registry/environment_conditions.hpp"
#include "registry/registry.hpp"
#include "release/gating.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/git/git_ledger.hpp"
#include "world/system/disk_files.hpp"

namespace promptctl::testing {

// A server with a registry whose p@1 is live in staging, and Mallory, who may push to it.
class PromotionAttack {
 public:
  static constexpr const char* policy =
      "format: 1\n"
      "providers: {local: {type: openai, base_url: \"${MOCK_URL}\", retries: 0}}\n"
      "environments:\n"
      "  staging:\n"
      "  canary: {after: staging, soak: 1d}\n"
      "  production: {gate: {min_cases: 2, cassette: allow, rules: [{metric: pass_rate, at_least: 90%}]}}\n";

  PromotionAttack()
      : player_(root_.path()),
        server_(start_git_daemon(root_.path() / "served")) {  // which says no time: the clock here stands still
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

  // Records them past every check, and pushes them.
  void push(const LedgerEvent& event, const std::vector<LedgerFile>& statements) { push_all({event}, statements); }

  void push_all(const std::vector<LedgerEvent>& events, const std::vector<LedgerFile>& statements) {
    auto tip = ledger().tip();
    for (const LedgerEvent& event : events) {
      tip = write(event, statements, *tip);
    }
    if (!ledger().publish(*tip, 1).accepted) {
      throw std::runtime_error("the server refuses the push");
    }
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
  std::string write(LedgerEvent event, const std::vector<LedgerFile>& statements, const std::string& parent) {
    const LedgerState before = state_at(ledger(), parent);
    const auto last = before.event();
    event.seq = last->seq + 1;
    event.previous = before.event_digest();
    event.actor = "Mallory <m@example.org>";
    event.at = last->at;
    std::vector<LedgerFile> files = views_after(event, before);
    files.insert(files.end(), statements.begin(), statements.end());
    return ledger().write({parent, files, "promote p@1\n", event.actor, event.at});
  }

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

}  // namespace promptctl::testing
