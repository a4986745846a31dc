#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "world/git/git_executable.hpp"

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

}  // namespace promptctl
