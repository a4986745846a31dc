#include "ledger/ledger_chain.hpp"

#include <fmt/format.h>

#include <limits>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {
namespace {

constexpr std::size_t least_id = 7;

bool is_number(const std::string& since) {
  return since.size() < least_id && parse_integer(since).has_value();
}

// The commits after event `number`: as many as the tip's own number tells, each of which is then held to its place. All
// that there are where the tip tells none, or more than there are.
std::optional<LedgerChain> chain_after(const Ledger& ledger, const std::string& tip, std::size_t number) {
  const std::size_t last = seq_of(ledger, tip);
  if (last > number) {
    auto newest = newest_commits(ledger, tip, last - number);
    if (newest.size() == last - number) {
      return LedgerChain{std::move(newest), number};
    }
  }
  auto all = newest_commits(ledger, tip, std::numeric_limits<std::size_t>::max());
  if (number > all.size()) {
    return std::nullopt;
  }
  all.resize(all.size() - number);
  return LedgerChain{std::move(all), number};
}

}  // namespace

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

std::vector<LedgerCommit> newest_commits(const Ledger& ledger, const std::string& tip, std::size_t count) {
  std::vector<LedgerCommit> commits;
  for (std::optional<std::string> next = tip; next && commits.size() < count;) {
    commits.push_back(ledger.commit(*next));
    next = commits.back().parents.empty() ? std::nullopt : std::optional(commits.back().parents.front());
  }
  return commits;
}

std::size_t seq_of(const Ledger& ledger, const std::string& commit) {
  try {
    const auto event = state_at(ledger, commit).event();
    return event ? static_cast<std::size_t>(event->seq) : 0;
  } catch (const Failure& failure) {
    if (failure.diagnostic().code != "ledger-broken") {
      throw;
    }
    return 0;
  }
}

void require_sense(const std::string& since) {
  const bool is_id = since.size() >= least_id && since.find_first_not_of("0123456789abcdef") == std::string::npos;
  const auto number = parse_integer(since);
  if (!since.empty() && !is_id && (!number || *number < 0)) {
    throw Failure("usage", fmt::format("`{}` is neither an event's number nor a commit's id", since),
                  "write a number, or at least seven hex digits of an id");
  }
}

std::string before(const LedgerChain& chain, const std::string& tip) {
  if (chain.commits.empty()) {
    return tip;
  }
  const std::vector<std::string>& parents = chain.commits.back().parents;
  return parents.empty() ? std::string() : parents.front();
}

std::optional<LedgerChain> chain_of(const Ledger& ledger, const std::string& tip, const std::string& since) {
  if (const auto number = is_number(since) ? parse_integer(since) : std::nullopt) {
    return chain_after(ledger, tip, static_cast<std::size_t>(*number));
  }
  auto commits = commits_after(ledger, tip, since);
  if (!commits) {
    return std::nullopt;
  }
  LedgerChain chain{std::move(*commits), 0};
  chain.trusted = since.empty() ? 0 : seq_of(ledger, before(chain, tip));
  return chain;
}

}  // namespace promptctl
