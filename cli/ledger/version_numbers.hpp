#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/ledger/known_ledger.hpp"

namespace promptctl::cli {

// The numbers that the ledger has of prompts' contents; none of any where there is no ledger, or no git repository.
class VersionNumbers {
 public:
  // `workspace` must outlive it.
  explicit VersionNumbers(const Workspace& workspace);

  std::optional<long long> find(const std::string& prompt, const std::string& digest) const;

 private:
  std::unique_ptr<KnownLedger> ledger_;  // before the state, which must not outlive it
  LedgerState state_;
};

}  // namespace promptctl::cli
