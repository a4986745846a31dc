#include "cli/ledger/version_numbers.hpp"

#include "world/git/git_repository.hpp"

namespace promptctl::cli {

VersionNumbers::VersionNumbers(const Workspace& workspace) {
  if (!GitRepository(workspace.root).top()) {
    return;
  }
  ledger_ = std::make_unique<KnownLedger>(workspace);
  state_ = ledger_->state();
}

std::optional<long long> VersionNumbers::find(const std::string& prompt, const std::string& digest) const {
  const auto record = state_.find_digest(prompt, digest);
  return record ? std::optional(record->version.name.version) : std::nullopt;
}

}  // namespace promptctl::cli
