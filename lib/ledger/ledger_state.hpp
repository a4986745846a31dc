#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.hpp"
#include "ledger/ledger.hpp"
#include "ledger/ledger_event.hpp"
#include "ledger/ledger_paths.hpp"

namespace promptctl {

// What the ledger says after one of its events. Each view is read when it is asked for; one that can't be read throws
// `Failure` (`ledger-broken`).
class LedgerState {
 public:
  // Before the first event: nothing is registered.
  LedgerState() = default;
  explicit LedgerState(std::unique_ptr<LedgerTree> tree, std::string commit = {})
      : tree_(std::move(tree)), commit_(std::move(commit)) {}

  // That it is the state after; empty before the first event.
  const std::string& commit() const { return commit_; }

  // The event that led here, and the digest of its bytes; none before the first.
  std::optional<LedgerEvent> event() const;
  std::string event_digest() const;

  // Ids of all prompts with a version, and names of all environments with a deployment, sorted.
  std::vector<std::string> prompts() const;
  std::vector<std::string> environments() const;

  // Ids of the prompts that are live in an environment, sorted.
  std::vector<std::string> live_prompts(const std::string& environment) const;

  // The environments in which a prompt is live, sorted.
  std::vector<std::string> environments_with(const std::string& prompt) const;

  // Zeros for a prompt that was never registered.
  PromptRecord prompt(const std::string& prompt) const;

  std::optional<VersionRecord> version(const VersionName& name) const;
  // `digest_start`: at least two digits. Throws `Failure` (`ambiguous-digest`) where several versions have it.
  std::optional<VersionRecord> find_digest(const std::string& prompt, const std::string& digest_start) const;
  std::optional<Deployment> deployment(const std::string& environment, const std::string& prompt) const;

  // The newest that would move a prompt there, whatever became of it; none when there never was one.
  std::optional<ApprovalRequest> request(const std::string& environment, const std::string& prompt) const;

  // The newest of each of these prompts, or of all where none is named; each once, by number.
  std::vector<ApprovalRequest> requests(const std::vector<std::string>& prompts = {}) const;

  // Oldest first.
  std::vector<HistoryEntry> history(const std::string& prompt) const;

  // A version's content, checked against its digests: throws `Failure` (`ledger-broken`) where they differ.
  BundleText bundle(const RegisteredVersion& version) const;

  // A statement that is recorded here; none when it is not. Throws `Failure` (`ledger-broken`) where its bytes have
  // another digest or are no statement.
  std::optional<EvidenceStatement> statement(const std::string& digest) const;

  // A file's bytes; none when there is no such file.
  std::optional<std::string> read(const std::string& path) const;

 private:
  std::unique_ptr<LedgerTree> tree_;
  std::string commit_;
  mutable std::map<std::string, std::optional<VersionRecord>> versions_;  // those that were read, by path
};

// After a commit, which nobody has verified: what is served to users is `known_state`. `ledger` must outlive it.
LedgerState state_at(const Ledger& ledger, const std::optional<std::string>& commit);
LedgerState state_at(const Ledger&& ledger, const std::optional<std::string>& commit) = delete;

}  // namespace promptctl
