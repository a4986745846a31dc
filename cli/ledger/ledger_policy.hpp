#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/workspace/workspace.hpp"
#include "ledger/ledger_trust.hpp"
#include "registry/project.hpp"
#include "world/git/git_ledger.hpp"

namespace promptctl::cli {

// What promptctl.yaml asks of releases, as it is on the main branch, where it can't be changed without review; as it is
// in the working tree before the first commit.
class LedgerPolicy {
 public:
  // Both must outlive it.
  LedgerPolicy(const Workspace& workspace, GitLedger& ledger) : workspace_(workspace), ledger_(ledger) {}

  // As it was when the remote was last fetched, or as it is there now: what writes must know the latter.
  enum class Freshness { known, current };

  // Read once, and once more where it must be current. The first fault in it is thrown.
  const Project& project(Freshness freshness);

  // Throws `Failure` (`no-policy`) where there is a remote and it can't be told which of its branches is the main one:
  // what stands in the working tree then says nothing.
  void require() const;

  // The registry as it is there: its suites are those by which a gate judges. Read after `project`.
  const std::shared_ptr<const Files>& files() const { return files_; }

  // Where it stands; without a commit in a repository that has none. Read after `project`.
  const ConditionsSource& source() const { return source_; }

  // Asks the remote again: others may have gone by a newer main branch. What `project` gave before is gone.
  void renew() { read(Freshness::current); }

  // Who may sign, as the file says that it names; nobody where it names none. Throws `Failure` (`missing-file`) when
  // that is not on the main branch.
  const std::vector<AllowedSigner>& signers();

  // Whose signatures it asks for. Throws `Failure` (`missing-file`) when the file it names is not on the main branch.
  std::optional<SigningPolicy> signing();

  // What it holds the ledger to.
  LedgerTrust trust();

 private:
  const Project& read(Freshness freshness);

  const Workspace& workspace_;
  GitLedger& ledger_;
  std::shared_ptr<const Files> files_;
  ConditionsSource source_;
  std::optional<Project> project_;
  std::optional<std::vector<AllowedSigner>> signers_;
  bool is_current_ = false;
};

}  // namespace promptctl::cli
