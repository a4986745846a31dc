#include "world/git/git_signature.hpp"

#include <functional>

#include "base/diagnostic.hpp"
#include "base/signer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_commit_signature.hpp"
#include "world/git/git_objects.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

// A repository whose user signs with the key `mine`; `other` is somebody else's.
class Signers {
 public:
  Signers() : git_(folder_.path(), sandbox_environment(folder_.path())) {
    git_output(git_, {"init", "--quiet"});
    set("gpg.format", "ssh");
    set("user.signingKey", key("mine"));
    can_sign_ = make_ssh_key(key("mine")) && make_ssh_key(key("other"));
  }

  bool can_sign() const { return can_sign_; }
  const GitExecutable& git() const { return git_; }
  fs::path path(const std::string& name) const { return folder_.path() / name; }
  std::string key(const std::string& name) const { return path(name).string(); }

  void set(const std::string& name, const std::string& value) const { git_output(git_, {"config", name, value}); }

  SignedCommit commit(const std::string& message, const std::string& parent = {}) const {
    const std::string tree = git_output(git_, {"mktree"});
    return {tree, parent.empty() ? std::nullopt : std::optional(parent), message, {"Bob", "bob@example.org"}, time_};
  }

  std::string allow(const std::string& principal, const std::string& name) const {
    return principal + " " + public_key(path(name)) + "\n";
  }

 private:
  TemporaryFolder folder_;
  GitExecutable git_;
  std::chrono::sys_seconds time_{std::chrono::seconds(1700000000)};
  bool can_sign_ = false;
};

std::string failure_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return describe(failure.diagnostic());
  }
  return "no failure";
}

// The signer's principals, or why it is nobody's.
std::string signer_of(const Signers& signers, const std::string& commit, const std::string& allowed) {
  Diagnostics ignored;
  const auto list = read_allowed_signers(std::make_shared<Source>("signers", allowed), ignored);
  const Libgit2 library;
  const RepositoryHandle repository = open_repository(signers.path("."));
  const SignatureCheck check = check_signature(*repository, *find_commit(*repository, commit), list);
  return check.is_good() ? check.signer() : "nobody: " + check.why_not;
}

bool is_nobodys(const std::string& signer) {
  return signer.starts_with("nobody: ");
}

}  // namespace

TEST_CASE("git signature: a signed commit is good for an allowed signer, and for no one else", "[git-signature]") {
  const Signers signers;
  if (!signers.can_sign()) {
    WARN(not_installed);
    return;
  }
  const std::string unsigned_commit = make_commit(signers.git(), "x", "");
  const std::string mine = commit_signed(signers.git(), signers.commit("event\n", unsigned_commit));
  signers.set("user.signingKey", signers.key("other"));
  const std::string other = commit_signed(signers.git(), signers.commit("event\n", mine));
  const std::string allowed = signers.allow("bob@example.org", "mine");
  CHECK(signer_of(signers, mine, allowed) == "bob@example.org");
  CHECK(is_nobodys(signer_of(signers, other, allowed)));
  CHECK(signer_of(signers, unsigned_commit, allowed) == "nobody: it is not signed");
  CHECK(is_nobodys(signer_of(signers, mine, "")));
  CHECK(is_nobodys(signer_of(signers, mine, "no line of that format\n")));
}

TEST_CASE("git signature: a signed commit says what it was told to", "[git-signature]") {
  const Signers signers;
  if (!signers.can_sign()) {
    WARN(not_installed);
    return;
  }
  const std::string id = commit_signed(signers.git(), signers.commit("Grüße\n\nbody: 1\n"));
  const std::string text = git_output(signers.git(), {"cat-file", "commit", id});
  CHECK(text.find("author Bob <bob@example.org> 1700000000 +0000\n"
                  "committer Bob <bob@example.org> 1700000000 +0000\n"
                  "gpgsig -----BEGIN SSH SIGNATURE-----\n") != std::string::npos);
  CHECK(text.find("\n\nGrüße\n\nbody: 1") != std::string::npos);
  CHECK(git_output(signers.git(), {"for-each-ref"}).empty());
}

TEST_CASE("git signature: a commit that was changed after signing is not good", "[git-signature]") {
  const Signers signers;
  if (!signers.can_sign()) {
    WARN(not_installed);
    return;
  }
  const std::string id = commit_signed(signers.git(), signers.commit("promote\n"));
  const std::string text = git_output(signers.git(), {"cat-file", "commit", id});
  const std::string forged =
      git_output(signers.git(), {"hash-object", "-t", "commit", "-w", "--stdin"}, {text + " more\n", {}});
  const std::string allowed = signers.allow("bob@example.org", "mine");
  CHECK(is_nobodys(signer_of(signers, forged, allowed)));
  git_output(signers.git(), {"replace", forged, id});
  CHECK(is_nobodys(signer_of(signers, forged, allowed)));  // A replace ref does not stand in for it.
}

TEST_CASE("git signature: the limits of an allowed signer hold", "[git-signature]") {
  const Signers signers;
  if (!signers.can_sign()) {
    WARN(not_installed);
    return;
  }
  const std::string id = commit_signed(signers.git(), signers.commit("promote\n"));
  CHECK(signer_of(signers, id, signers.allow("b@x namespaces=\"git\"", "mine")) == "b@x");
  CHECK(is_nobodys(signer_of(signers, id, signers.allow("b@x namespaces=\"file\"", "mine"))));
  CHECK(is_nobodys(signer_of(signers, id, signers.allow("b@x valid-before=\"20200101\"", "mine"))));
}

TEST_CASE("git signature: what the user's GPG keyring trusts is not an allowed signer", "[git-signature]") {
  const Signers signers;
  const std::string program = signers.key("gpg");
  write_text(program,
             "#!/bin/sh\ncase \"$*\" in *--verify*) echo '[GNUPG:] GOODSIG 1234567890ABCDEF Mallory';"
             " echo '[GNUPG:] TRUST_ULTIMATE 0 pgp'; exit;; esac\ncat >/dev/null\necho '[GNUPG:] SIG_CREATED D' >&2\n"
             "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nx\\n-----END PGP SIGNATURE-----\\n'\n");
  fs::permissions(program, fs::perms::owner_all);
  signers.set("gpg.format", "openpgp");
  signers.set("gpg.program", program);
  const std::string id = commit_signed(signers.git(), signers.commit("promote\n"));
  CHECK(git_output(signers.git(), {"log", "--format=%G?", id}) == "G");
  CHECK(is_nobodys(signer_of(signers, id, "")));
}

TEST_CASE("git signature: what keeps git from signing or checking is a failure", "[git-signature]") {
  const Signers signers;
  signers.set("user.signingKey", signers.key("absent"));
  const std::string said = failure_of([&] { commit_signed(signers.git(), signers.commit("x")); });
  CHECK(said.find("error[signing]: git can't sign: ") == 0);
  CHECK(said.find("\n  hint: `git commit -S` must work here: check gpg.format and user.signingKey\n") !=
        std::string::npos);
}

TEST_CASE("git signature: the writer is who git says, and nobody is guessed", "[git-signature]") {
  const TemporaryFolder folder;
  std::map<std::string, std::string> environment = sandbox_environment(folder.path());
  const GitIdentity ada = read_identity(GitExecutable(folder.path(), environment));
  CHECK(ada.name == "Ada");
  CHECK(ada.email == "ada@example.org");
  environment.erase("GIT_AUTHOR_EMAIL");
  environment["EMAIL"] = "guess@example.org";
  CHECK(failure_of([&] { read_identity(GitExecutable(folder.path(), environment)); }) ==
        "error[no-actor]: git does not say who you are: Author identity unknown\n"
        "  hint: git config user.name \"Your Name\" && git config user.email you@example.org\n");
}

TEST_CASE("git signature: commits are signed where the configuration says so", "[git-signature]") {
  const Signers signers;
  CHECK_FALSE(signs_commits(signers.git()));
  signers.set("commit.gpgSign", "on");
  CHECK(signs_commits(signers.git()));
  signers.set("commit.gpgSign", "off");
  CHECK_FALSE(signs_commits(signers.git()));
  signers.set("commit.gpgSign", "perhaps");
  CHECK(failure_of([&] { signs_commits(signers.git()); }).find("error[git]: bad boolean config value 'perhaps'") == 0);
}
