#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "flow/ledger_state.hpp"
#include "world/git_ledger.hpp"

namespace promptctl::cli {

// The numbers that the ledger has of prompts' contents; none of any where there is no ledger, or no git repository.
class VersionNumbers {
 public:
  explicit VersionNumbers(const std::filesystem::path& root);

  std::optional<long long> find(const std::string& prompt, const std::string& digest) const;

 private:
  std::unique_ptr<GitLedger> ledger_;  // before the state, which must not outlive it
  LedgerState state_;
};

}  // namespace promptctl::cli
