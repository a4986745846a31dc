// Signed evidence, with real keys: what a gate that asks for a signature takes, and what it does not.

#include <cstdlib>
#include <filesystem>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/sqlite/run_rows.hpp"
#include "world/sqlite/sqlite.hpp"
#include "world/system/program.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr const char* policy =
    "format: 1\n"
    "providers: {local: {type: openai, base_url: \"${MOCK_URL}\", retries: 0}}\n"
    "environments:\n"
    "  production:\n"
    "    gate:\n"
    "      endpoints: [\"http://127.0.0.1:*\"]\n"
    "      signed_by: [ci@larchpine.example]\n"
    "      producers: [\"https://ci.larchpine.example/*\"]\n"
    "      rules: [{metric: pass_rate, at_least: 100%}]\n"
    "ledger: {allowed_signers: signers, signed_from: never}\n";

// A registry whose production takes evidence that the CI's key signed. Its prompt fails one of two cases, unless a
// friend answers.
class Registry {
 public:
  Registry() : player_(root_.path()) {
    for (const char* name : {"ci", "stranger", "git"}) {
      has_keys_ = make_ssh_key(path(name)) && has_keys_;
    }
    if (!has_keys_) {
      WARN("skipped: ssh-keygen is not installed");
      return;
    }
    write_text(path("w/promptctl.yaml"), policy);
    write_text(path("w/signers"), "ci@larchpine.example namespaces=\"promptctl-evidence\" " + public_key(path("ci")) +
                                      "\n" + "mia@larchpine.example namespaces=\"git\" " + public_key(path("git")) +
                                      "\n");
    write_text(path("w/prompts/p.prompt"), "---\nmodel: local/m\ninput: {schema: {q: string}}\n---\n{{q}}\n");
    write_text(path("w/golden/s/suite.yaml"),
               "prompt: p\ncases: cases.jsonl\nassert: [{type: contains, value: fine}]\n");
    write_text(path("w/golden/s/cases.jsonl"),
               "{\"id\": \"a\", \"vars\": {\"q\": \"one\"}}\n{\"id\": \"b\", \"vars\": {\"q\": \"two\"}}\n");
    write_text(path("strict.yaml"), "rules: [{when: {text: two}, reply: bad}, {reply: fine}]\n");
    write_text(path("friendly.yaml"), "rules: [{reply: fine}]\n");
    run("git init -q -b main w");
    run("git -C w add -A");
    run("git -C w commit -qm registry");
    run("promptctl -C w register p");
  }

  bool has_keys() const { return has_keys_; }
  std::filesystem::path path(const std::string& name) const { return root_.path() / name; }
  std::string run(const std::string& line) { return player_.run(line); }

  // Evaluates where `script` answers, in the job whose variables are `job`, signed with `key`.
  void evaluate(const std::string& script, const std::string& key, const std::string& job = {}) {
    run("mock " + script);
    const std::string sign = key.empty() ? "" : " --sign ../" + key;
    const std::string printed = run(job + " promptctl -C w eval --no-cache --format csv -o ../e.intoto.jsonl" + sign);
    INFO(printed);
    CHECK(printed.find("[stderr]") == std::string::npos);
  }

  // The promotion's answer with the evidence, with line breaks as blanks and without what differs from run to run.
  std::string promote() {
    return words_of(run("promptctl -C w promote p@1 --to production --evidence ../e.intoto.jsonl"));
  }

  static std::string words_of(const std::string& printed) {
    std::string words;
    for (const std::string_view line : split(printed, '\n')) {
      words += std::string(trim(line)) + " ";
    }
    return words;
  }

  std::string evidence() const { return read_text(path("e.intoto.jsonl")); }

 private:
  TemporaryFolder root_;
  TranscriptPlayer player_;
  bool has_keys_ = true;
};

bool has(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

const std::string ci_job = "CI_JOB_URL=https://ci.larchpine.example/7 CI_JOB_ID=7";

// The text of a member of the envelope, whose JSON has no blanks.
std::string member(const std::string& envelope, const std::string& name) {
  const std::size_t start = envelope.find("\"" + name + "\":\"") + name.size() + 4;
  return envelope.substr(start, envelope.find('"', start) - start);
}

// Holds ssh-keygen to take the signature of the registry's evidence for the CI's over these bytes.
void check_by_ssh_keygen(const Registry& registry, const std::string& signed_bytes) {
  write_text(registry.path("e.sig"), base64_bytes(member(registry.evidence(), "sig")).value());
  const ProgramOutput said =
      run_program({find_program("ssh-keygen", "/usr/bin:/bin"),
                   {"-Y", "verify", "-f", registry.path("w/signers").string(), "-I", "ci@larchpine.example", "-n",
                    "promptctl-evidence", "-s", registry.path("e.sig").string()},
                   {},
                   signed_bytes});
  CHECK(said.exit_code == 0);
  CHECK(has(said.out, "Good \"promptctl-evidence\" signature for ci@larchpine.example"));
}

}  // namespace

TEST_CASE("a gate that asks for a signature takes what the CI's key signed, and says who vouches", "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("friendly.yaml", "ci", ci_job);
  const std::string printed = registry.promote();
  CHECK(has(printed,
            "answered by http://127.0.0.1:PORT, signed by ci@larchpine.example (attempt 7), verdicts on the "
            "signer's word"));
  CHECK(has(printed, "p@1 is live in production"));
  CHECK(has(registry.run("promptctl -C w verify"), "ACCEPTED"));
}

TEST_CASE("what nobody vouches for promotes nothing: edited stores, variables set by hand, a friendly server",
          "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("friendly.yaml", "", ci_job);
  CHECK(has(registry.promote(), "not vouched for (unsigned), and the policy wants it signed by ci@larchpine.example"));
  registry.evaluate("friendly.yaml", "stranger", ci_job);
  CHECK(has(registry.promote(), "not vouched for (no allowed signer has the key SHA256:"));
  registry.evaluate("friendly.yaml", "git", ci_job);
  CHECK(has(registry.promote(), "not vouched for (mia@larchpine.example may not sign for `promptctl-evidence`)"));
  registry.evaluate("friendly.yaml", "ci", "CI_JOB_URL= CI_JOB_ID=");
  CHECK(has(registry.promote(), "made by Mia Kern <mia@larchpine.example>, who is none of the policy's producers"));
}

TEST_CASE("a statement that was edited, or taken out of its envelope, is nobody's", "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("strict.yaml", "ci", ci_job);
  const std::string envelope = registry.evidence();
  const std::string payload = member(envelope, "payload");
  CHECK(has(registry.promote(), "pass_rate at least 100%: 50.0%"));
  std::string better = base64_bytes(payload).value();
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"\"FAILED\"", "\"PASSED\""},
           {"\"passed\":1,\"failed\":1", "\"passed\":2,\"failed\":0"},
           {"\"pass_rate\":{\"value\":0.5", "\"pass_rate\":{\"value\":1"},
           {"\"case\":\"b\",\"failed\":1,\"score\":0", "\"case\":\"b\",\"passed\":1,\"score\":1"},
           {"\"case\":\"b\",\"failed\":1", "\"case\":\"b\",\"passed\":1,\"score\":1"}}) {
    better = replace_all(better, from, to);
  }
  REQUIRE(better != base64_bytes(payload).value());
  write_text(registry.path("e.intoto.jsonl"), replace_all(envelope, payload, base64(better)));
  CHECK(has(registry.promote(), "not vouched for (the signature is not of these bytes)"));
  write_text(registry.path("e.intoto.jsonl"), better);
  CHECK(has(registry.promote(), "not vouched for (unsigned)"));
  write_text(registry.path("e.intoto.jsonl"), replace_all(envelope, payload, "e30="));
  CHECK(has(registry.run("promptctl -C w promote p@1 --to production --evidence ../e.intoto.jsonl"), "[exit 2]"));
}

TEST_CASE("ssh-keygen says the same of a signed statement", "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("friendly.yaml", "ci", ci_job);
  const std::string payload = base64_bytes(member(registry.evidence(), "payload")).value();
  check_by_ssh_keygen(registry,
                      "DSSEv1 28 application/vnd.in-toto+json " + std::to_string(payload.size()) + " " + payload);
}

TEST_CASE("Sigstore's library reads the envelope, and ssh-keygen vouches for the bytes that it says are signed",
          "[e2e]") {
  const std::filesystem::path folder = std::filesystem::path(SOURCE_ROOT) / "tests/intoto";
  const char* path = std::getenv("PATH");
  const std::string node = find_program("node", path == nullptr ? "" : path);
  if (node.empty() || !std::filesystem::exists(folder / "node_modules/@sigstore")) {
    WARN("skipped: node, or what it reads envelopes with, is not installed, see ./dev intoto");
    return;
  }
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("friendly.yaml", "ci", ci_job);
  const std::string evidence = registry.evidence();
  const ProgramOutput read = run_program({node, {(folder / "read_envelope.mjs").string()}, {}, evidence});
  INFO(read.err);
  REQUIRE(read.exit_code == 0);
  check_by_ssh_keygen(registry, read.out);
}

TEST_CASE("a key that can't sign is told before anything is asked", "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  CHECK(has(registry.run("promptctl -C w eval --sign ../nokey -o ../e.intoto.jsonl"), "error[signing]"));
  CHECK(has(registry.run("promptctl -C w eval --sign ../ci"), "--sign signs evidence, and none is written"));
  CHECK(has(registry.run("promptctl -C w runs list"), "no run is recorded here yet"));
}

TEST_CASE("recorded verdicts are not believed where their replies are: these are judged again", "[e2e]") {
  Registry registry;
  if (!registry.has_keys()) {
    return;
  }
  registry.evaluate("strict.yaml", "");
  {
    SqliteDatabase store(registry.path("w/.promptctl/runs.db").string(), run_rows::format_version, "");
    store.execute("UPDATE results SET passed = 1, score = '1' WHERE case_id = 'b'");
  }
  write_text(registry.path("rules.yaml"), "rules: [{metric: pass_rate, at_least: 100%}]\n");
  const std::string printed =
      Registry::words_of(registry.run("promptctl -C w gate p --against p@1 --policy ../rules.yaml"));
  CHECK(has(printed, "REJECTED"));
  CHECK(has(printed, "pass_rate at least 100%: 50.0%"));
  CHECK(has(printed, "a recorded verdict is not the one that its reply gets now"));
  CHECK(has(printed, "unsigned, attempts not provable, replies judged again"));
}
