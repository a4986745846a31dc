#include "world/git_signature.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/descriptor.hpp"
#include "world/git_words.hpp"

namespace promptctl {
namespace {

// A file that only this user can read, gone with its owner.
class PrivateFile {
 public:
  explicit PrivateFile(std::string_view text) {
    std::error_code ignored;
    path_ = (std::filesystem::temp_directory_path(ignored) / "promptctl-XXXXXX").string();
    const Descriptor file(::mkstemp(path_.data()));
    if (file.get() < 0 || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
      const int error = errno;
      ::unlink(path_.c_str());
      throw Failure("unwritable-file", whole_file(path_),
                    fmt::format("cannot write the file: {}", std::strerror(error)));
    }
  }
  ~PrivateFile() { ::unlink(path_.c_str()); }
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A line "<commit> <status> <signer>".
std::optional<CommitSignature> read_line(std::string_view line) {
  const std::size_t space = line.find(' ');
  constexpr std::size_t least_after = 3;  // " G "
  if (space == std::string_view::npos || line.size() < space + least_after) {
    return std::nullopt;
  }
  const char status = line[space + 1];
  return CommitSignature{std::string(line.substr(0, space)), status,
                         status == 'G' ? std::string(line.substr(space + least_after)) : ""};
}

// A program that always fails, in place of those that would ask keyrings which nobody here agreed upon.
std::vector<std::string> signature_log(const std::string& signers_path, const std::string& range) {
  return {"-c",         "gpg.ssh.allowedSignersFile=" + signers_path,
          "-c",         "gpg.ssh.program=ssh-keygen",
          "-c",         "gpg.openpgp.program=false",
          "-c",         "gpg.x509.program=false",
          "log",        "--no-show-signature",
          "--no-color", "--no-decorate",
          "--no-notes", "--format=%H %G? %GS",
          range,        "--"};
}

}  // namespace

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

std::vector<CommitSignature> read_signatures(const GitExecutable& git, const std::string& range,
                                             const std::string& allowed_signers) {
  const PrivateFile signers(allowed_signers);
  const GitResult result = git.run(signature_log(signers.path(), range));
  if (result.exit_code != 0) {
    throw Failure("git", fmt::format("cannot read the commits of {}: {}", range, git_words(result)));
  }
  if (result.err.find("cannot run ssh-keygen") != std::string::npos) {  // To git, that is a bad signature.
    throw Failure("signing", "there is no `ssh-keygen` to check signatures with", "install OpenSSH's client");
  }
  std::vector<CommitSignature> signatures;
  for (const std::string_view line : split(result.out, '\n')) {
    if (std::optional<CommitSignature> signature = read_line(line)) {
      signatures.push_back(std::move(*signature));
    }
  }
  return signatures;
}

}  // namespace promptctl
