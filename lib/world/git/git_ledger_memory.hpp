#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"

namespace promptctl {

// What one clone remembers of a ledger, in files of git's own folder, which no fetch can reach. Where nothing can be
// written, it is found out again the next time.
class GitLedgerMemory {
 public:
  // `folder`: git's, which linked worktrees share.
  explicit GitLedgerMemory(const std::filesystem::path& folder) : folder_(folder / "promptctl") {}

  std::optional<std::string> reached(Milestone milestone) const;
  void remember(Milestone milestone, const std::string& commit) const;

  std::vector<EventFinding> findings() const;
  void remember_findings(const std::vector<EventFinding>& findings) const;

 private:
  void write(const char* name, const std::string& text) const;

  std::filesystem::path folder_;
};

}  // namespace promptctl
