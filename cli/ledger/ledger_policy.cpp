#include "cli/ledger/ledger_policy.hpp"

#include <fmt/format.h>

#include "evidence/evidence_witness.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl::cli {

const Project& LedgerPolicy::read(Freshness freshness) {
  const GitExecutable git(workspace_.root, workspace_.environment);
  const auto revision = freshness == Freshness::current
                            ? current_policy_revision(workspace_.root, git, ledger_.remote())
                            : known_policy_revision(workspace_.root, ledger_.remote());
  if (revision) {
    source_ = {resolve_commit(workspace_.root, *revision), repository_path(workspace_.root, "")};
    files_ = std::make_shared<GitTreeFiles>(workspace_.root, *revision, workspace_.environment);
  } else {
    files_ = std::shared_ptr<const Files>(std::shared_ptr<void>(), &workspace_.files);
  }
  is_current_ = freshness == Freshness::current;
  if (is_current_ && !ledger_.remote().empty() && ledger_.reached(Milestone::main_read) != source_.commit) {
    ledger_.remember(Milestone::main_read, source_.commit);
  }
  signers_.reset();
  Diagnostics diagnostics;
  return project_.emplace(Registry(*files_).require_project(diagnostics));
}

void LedgerPolicy::require() const {
  const std::string remote = ledger_.remote();
  if (!remote.empty() && !known_policy_revision(workspace_.root, remote)) {
    throw Failure("no-policy", fmt::format("it can't be told which branch of {} has the conditions", remote),
                  fmt::format("git remote set-head {} --auto", remote));
  }
}

const Project& LedgerPolicy::project(Freshness freshness) {
  return project_ && (is_current_ || freshness == Freshness::known) ? *project_ : read(freshness);
}

const std::vector<AllowedSigner>& LedgerPolicy::signers() {
  const Project& main = project(Freshness::known);
  return signers_ ? *signers_ : signers_.emplace(signers_of(main, *files_));
}

std::optional<SigningPolicy> LedgerPolicy::signing() {
  const Project& main = project(Freshness::known);
  return main.signing ? std::optional(SigningPolicy{signers(), main.signing->signed_from}) : std::nullopt;
}

LedgerTrust LedgerPolicy::trust() {
  auto rules = signing();
  return {project(Freshness::known).checkpoint, std::move(rules), workspace_.clock.now()};
}

}  // namespace promptctl::cli
