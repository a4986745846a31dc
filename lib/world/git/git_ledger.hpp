#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "ledger/ledger.hpp"

namespace promptctl {

struct GitLedgerOptions {
  std::filesystem::path folder;                    // inside the repository; it may be bare, or a linked worktree
  std::map<std::string, std::string> environment;  // of the git executable
  std::uint64_t seed = 0;                          // of the waits between attempts
};

// The branch `promptctl-ledger` of a git repository. Objects and refs are libgit2's business, the network and
// signing the git executable's; what is only read never starts it.
//
// The branch here only moves forward. Where it does not exist yet, the remote-tracking branch is what is known. How
// far it was verified stands in the git folder's `promptctl/`, which no fetch can reach.
class GitLedger : public Ledger {
 public:
  // Throws `Failure` (`git`) outside a git repository.
  explicit GitLedger(GitLedgerOptions options);
  ~GitLedger() override;

  std::optional<std::string> tip() const override;
  std::optional<std::string> reached(Milestone milestone) const override;
  void remember(Milestone milestone, const std::string& commit) override;
  std::vector<EventFinding> findings() const override;
  void remember_findings(const std::vector<EventFinding>& findings) override;
  std::string content_digest(const std::string& commit) const override;
  LedgerCommit commit(const std::string& id) const override;
  std::unique_ptr<LedgerTree> tree(const std::string& commit) const override;
  std::vector<ChangedFile> changed_files(const LedgerCommit& commit) const override;
  SignatureCheck signature(const std::string& commit, const std::vector<AllowedSigner>& signers) const override;
  std::unique_ptr<const Ledger> another() const override;
  std::string remote() const override;
  std::optional<std::string> fetch() override;
  std::optional<TimePoint> server_time() override;
  void accept(const std::string& commit) override;
  std::string write(const LedgerDraft& draft) override;
  Publication publish(const std::string& commit, int attempt) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
