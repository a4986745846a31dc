#include "world/git/git_signature.hpp"

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/git/git_words.hpp"

namespace promptctl {

GitIdentity read_identity(const GitExecutable& git) {
  const GitResult result = git.run({"-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"});
  const std::size_t open = result.out.rfind(" <");
  const std::size_t close = result.out.rfind('>');
  if (result.exit_code != 0 || open == std::string::npos || close == std::string::npos) {
    throw Failure("no-actor", fmt::format("git does not say who you are: {}", git_words(result)),
                  "git config user.name \"Your Name\" && git config user.email you@example.org");
  }
  return GitIdentity{result.out.substr(0, open), result.out.substr(open + 2, close - open - 2)};
}

bool signs_commits(const GitExecutable& git) {
  const GitResult result = git.run({"config", "--type=bool", "--get", "commit.gpgSign"});
  constexpr int unset = 1;
  if (result.exit_code != 0 && result.exit_code != unset) {
    throw Failure("git", git_words(result));
  }
  return trim(result.out) == "true";
}

std::string commit_signed(const GitExecutable& git, const SignedCommit& commit) {
  std::vector<std::string> arguments{"-c", "i18n.commitEncoding=UTF-8", "commit-tree", "-S", "-F", "-"};
  if (commit.parent) {
    arguments.insert(arguments.end(), {"-p", *commit.parent});
  }
  arguments.push_back(commit.tree);
  const std::string date = fmt::format("@{} +0000", commit.time.time_since_epoch().count());
  const GitResult result = git.run(arguments, {.input = commit.message,
                                               .variables = {{"GIT_AUTHOR_NAME", commit.identity.name},
                                                             {"GIT_AUTHOR_EMAIL", commit.identity.email},
                                                             {"GIT_AUTHOR_DATE", date},
                                                             {"GIT_COMMITTER_NAME", commit.identity.name},
                                                             {"GIT_COMMITTER_EMAIL", commit.identity.email},
                                                             {"GIT_COMMITTER_DATE", date}}});
  if (result.exit_code != 0) {
    throw Failure("signing", fmt::format("git can't sign: {}", git_words(result)),
                  "`git commit -S` must work here: check gpg.format and user.signingKey");
  }
  return std::string(trim(result.out));
}

}  // namespace promptctl
