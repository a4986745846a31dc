// Signed events, with real keys.

#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

using namespace promptctl::testing;  // NOLINT: tests read better so.

namespace {

constexpr const char* refusal =
    "[stderr]\nerror[unsigned]: the ledger's events must be signed, and no allowed signer signs here as {}\n"
    "  hint: git config gpg.format ssh; git config user.signingKey FILE; git config commit.gpgSign true; and the key "
    "must "
    "be in the allowed signers that promptctl.yaml names\n[exit 2]\n";

std::string refused(const std::string& actor) {
  std::string text = refusal;
  return text.replace(text.find("{}"), 2, actor);
}

// A registry whose events Mia must sign, and her key beside a stranger's.
class SignedRegistry {
 public:
  SignedRegistry() : player_(folder_.path()) {
    const auto& root = folder_.path();
    has_keys_ = make_ssh_key(root / "mia") && make_ssh_key(root / "stranger");
    const std::string mia = has_keys_ ? public_key(root / "mia") : "";
    write_text(root / "w/prompts/p.prompt", "Hello\n");
    write_text(root / "w/signers", "mia@larchpine.example " + mia + "\n");
    write_text(root / "w/promptctl.yaml",
               "format: 1\nenvironments: {staging: }\nledger: {allowed_signers: signers, signed_from: 2}\n");
    run("git init -q -b main w");
    run("git -C w add -A");
    run("git -C w commit -qm first");
  }

  // False when ssh-keygen is not installed.
  bool has_keys() const { return has_keys_; }

  std::string run(const std::string& line) { return player_.run(line); }

  void sign_with(const std::string& key) {
    run("git -C w config gpg.format ssh");
    run("git -C w config user.signingKey " + (folder_.path() / key).string());
    run("git -C w config commit.gpgSign true");
  }

 private:
  TemporaryFolder folder_;
  TranscriptPlayer player_;
  bool has_keys_ = false;
};

}  // namespace

TEST_CASE("from the event on that promptctl.yaml says, only allowed signers record anything", "[e2e]") {
  SignedRegistry registry;
  if (!registry.has_keys()) {
    WARN("skipped: ssh-keygen is not installed");
    return;
  }
  const std::string mia = "Mia Kern <mia@larchpine.example>";
  CHECK(registry.run("promptctl -C w register p") == "registered p@1 (sha256:c3c45ea097ba)\n[exit 0]\n");
  CHECK(registry.run("promptctl -C w promote p@1 --to staging") == refused(mia));
  registry.sign_with("stranger");
  CHECK(registry.run("promptctl -C w promote p@1 --to staging") == refused(mia));
  registry.sign_with("mia");
  CHECK(registry.run("GIT_AUTHOR_NAME=Eve GIT_AUTHOR_EMAIL=eve@x.example promptctl -C w promote p@1 --to staging") ==
        refused("Eve <eve@x.example>"));
  CHECK(registry.run("GIT_AUTHOR_NAME='Mia Kern' GIT_AUTHOR_EMAIL=mia@larchpine.example promptctl -C w promote p@1 "
                     "--to staging") == "p@1 is live in staging (the first there)\n[exit 0]\n");
  CHECK(registry.run("promptctl -C w verify").starts_with("ACCEPTED  2 events replayed"));
}

TEST_CASE("verify names an event that no allowed signer has signed", "[e2e]") {
  SignedRegistry registry;
  if (!registry.has_keys()) {
    WARN("skipped: ssh-keygen is not installed");
    return;
  }
  registry.run("promptctl -C w register p");
  registry.sign_with("mia");
  registry.run("promptctl -C w promote p@1 --to staging");
  // The second event again, as it was, but without a signature.
  CHECK(registry.run("git -C w checkout -q --detach promptctl-ledger").empty());
  CHECK(registry.run("git -C w -c commit.gpgSign=false commit -q --amend --no-edit").empty());
  CHECK(registry.run("git -C w update-ref refs/heads/promptctl-ledger HEAD").empty());
  CHECK(registry.run("git -C w checkout -q main").empty());
  const std::string printed = registry.run("promptctl -C w verify");
  CHECK(printed.starts_with("REJECTED  1 fault in 2 events\n\n  ✗ signature at event 2 ("));
  CHECK(printed.ends_with("): no allowed signer has signed this event: it is not signed\n[exit 1]\n"));
}
