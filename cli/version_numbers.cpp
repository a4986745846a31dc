#include "cli/version_numbers.hpp"

#include "world/git_repository.hpp"

namespace promptctl::cli {

VersionNumbers::VersionNumbers(const std::filesystem::path& root) {
  if (!GitRepository(root).top()) {
    return;
  }
  ledger_ = std::make_unique<GitLedger>(GitLedgerOptions{root, {}, 0});
  if (ledger_->tip()) {
    state_ = newest_state(*ledger_);
  }
}

std::optional<long long> VersionNumbers::find(const std::string& prompt, const std::string& digest) const {
  const auto record = state_.find_digest(prompt, digest);
  return record ? std::optional(record->version.name.version) : std::nullopt;
}

}  // namespace promptctl::cli
