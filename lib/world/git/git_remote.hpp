#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "world/git/git_executable.hpp"

namespace promptctl {

// One branch of a remote, as the server has it. No call here moves, makes or prunes a local ref, except that a push
// brings the remote-tracking ref up to date, as any push of git's does.
class GitRemote {
 public:
  // `remote` is a name of git's configuration or an address, `branch` a whole name: "refs/heads/x". `git` must outlive
  // the remote.
  GitRemote(const GitExecutable& git, std::string remote, std::string branch)
      : git_(git), remote_(std::move(remote)), branch_(std::move(branch)) {}

  // The branch's commit on the server now, as full hex id; none when the server has no such branch. Throws `Failure`
  // (`remote`) when the server can't be reached.
  std::optional<std::string> tip() const;

  // Brings the branch's commits here, with their trees and blobs, into shallow, single-branch and partial clones too.
  // What an earlier fetch brought without its history or blobs stays as it is; `refetch` asks for all of it again.
  // Throws `Failure` (`remote`), also when the server has no such branch.
  void fetch(bool refetch = false) const;

  struct Branch {
    std::string name;    // "refs/heads/main"
    std::string commit;  // full hex id
  };

  // The branch that the server calls its own (HEAD); none when there is nothing in it. Throws `Failure` (`remote`).
  std::optional<Branch> main_branch() const;

  struct Push {
    bool accepted = false;
    std::string reason;  // when refused: git's words, then those of the server
  };

  // A plain push of this commit: the server takes it only as a descendant of its tip, or when it is the tip. Refused
  // (another was first, a lock, a hook, a protected branch) is a value. Throws `Failure` (`remote`) when the server
  // can't be reached, or the connection ends early: whether it took the commit, only a new `tip` tells.
  Push push(const std::string& commit) const;

  // What a push would come to as far as this side can tell, with nothing sent: hooks and protection speak only when
  // they are asked for real.
  Push try_push(const std::string& commit) const;

 private:
  Push push_with(const std::vector<std::string>& options, const std::string& commit) const;
  GitResult run(std::vector<std::string> command, std::vector<std::string> operands) const;
  void fetch_with(const std::vector<std::string>& options) const;
  [[noreturn]] void fail(const std::string& action, const GitResult& result) const;

  const GitExecutable& git_;
  std::string remote_;
  std::string branch_;
};

}  // namespace promptctl
