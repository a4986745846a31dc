#pragma once

#include <git2.h>

#include <optional>
#include <string>

namespace promptctl {

constexpr std::string_view ledger_branch = "refs/heads/promptctl-ledger";

// The remote that the ledger is shared through: what `promptctl.remote` says, else `origin`, else the only one; empty
// without any, and where there are several and none is chosen.
std::string find_ledger_remote(git_repository& repository);

// Throws `Failure` (`usage`) where there are several and none is chosen: what writes has to know.
void require_ledger_remote(git_repository& repository);

// The ref that holds the ledger's tip in this repository.
class LedgerBranch {
 public:
  LedgerBranch(git_repository& repository, std::string remote) : repository_(repository), remote_(std::move(remote)) {}

  // The branch's commit.
  std::optional<std::string> local() const;

  // The branch's commit, else the remote-tracking branch's; none without either.
  std::optional<std::string> tip() const;

  // Moves the branch forward to `commit`; leaves it when it is there or further already. Throws `Failure`
  // (`ledger-replaced`) when neither descends from the other.
  void advance(const std::string& commit);

  // Moves the branch to `commit` if it is at that commit's parent (or absent, for one without); false when it isn't.
  bool replace_parent(const std::string& commit);

 private:
  bool exchange(const std::optional<std::string>& from, const std::string& to);
  bool descends(const std::string& commit, const std::string& ancestor) const;

  git_repository& repository_;
  std::string remote_;
};

}  // namespace promptctl
