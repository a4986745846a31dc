#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "world/git_executable.hpp"

namespace promptctl {

struct GitIdentity {
  std::string name;
  std::string email;
};

// Whoever git would name as the author of a commit made now. Nothing is guessed from the machine: throws `Failure`
// (`no-actor`) when name or email is not set.
GitIdentity read_identity(const GitExecutable& git);

// Whether the user has git sign every commit (commit.gpgSign). Throws `Failure` (`git`) when that is no boolean.
bool signs_commits(const GitExecutable& git);

struct SignedCommit {
  std::string tree;                   // full hex id
  std::optional<std::string> parent;  // full hex id; none for the first commit
  std::string message;
  GitIdentity identity;  // author and committer
  std::chrono::sys_seconds time;
};

// Writes a commit object signed as the user's configuration says (gpg.format, user.signingKey) and gives its id; moves
// no ref. A key with a passphrase may ask for it, as it does for `git commit -S`. Throws `Failure` (`signing`).
std::string commit_signed(const GitExecutable& git, const SignedCommit& commit);

struct CommitSignature {
  std::string commit;  // full hex id
  char status = 'N';   // as git's %G?: only 'G' is a good signature by an allowed signer
  std::string signer;  // the principal of the allowed signer; empty unless 'G'
};

// The commits of `range` ("tip" or "old..tip", full hex ids), newest first. `allowed_signers` is text in OpenSSH's
// allowed_signers format and the only trust there is: signatures that are not SSH's, such as those of the user's own
// GPG keyring, count as none. A signer's valid-after and valid-before are held against the time that the commit gives
// itself. Two processes of ssh-keygen, about 10 ms, a signed commit. Throws `Failure` (`signing`) when there is no
// ssh-keygen to ask, (`git`) when git can't walk the range.
std::vector<CommitSignature> read_signatures(const GitExecutable& git, const std::string& range,
                                             const std::string& allowed_signers);

}  // namespace promptctl
