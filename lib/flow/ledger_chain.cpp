#include "flow/ledger_chain.hpp"

namespace promptctl {

std::optional<std::vector<LedgerCommit>> commits_after(const Ledger& ledger, const std::string& tip,
                                                       const std::string& since) {
  std::vector<LedgerCommit> commits;
  for (std::optional<std::string> next = tip; next;) {
    if (!since.empty() && next->starts_with(since)) {
      return commits;
    }
    commits.push_back(ledger.commit(*next));
    next = commits.back().parents.empty() ? std::nullopt : std::optional(commits.back().parents.front());
  }
  return since.empty() ? std::optional(std::move(commits)) : std::nullopt;
}

}  // namespace promptctl
