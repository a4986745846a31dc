#include "cli/evaluate/bisect_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "cli/ledger/known_ledger.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/ledger_state.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_history.hpp"

namespace promptctl::cli {
namespace {

// A version's number, or git:REV.
Address endpoint(const BisectRange& range, const std::string& option, const std::string& reference) {
  const Address address = read_address(range.prompt + "@" + reference);
  if (address.kind != Address::Kind::version && address.kind != Address::Kind::revision) {
    throw Failure("usage", fmt::format("`{} {}` is neither a version nor a commit", option, reference),
                  "write a number, or git:REVISION");
  }
  return address;
}

std::vector<BisectStep> versions_between(const Address& good, const Address& bad, const Workspace& workspace) {
  KnownLedger ledger(workspace);
  const LedgerState state = ledger.state();
  const long long first = parse_integer(good.reference).value_or(0);
  const long long last = std::min(parse_integer(bad.reference).value_or(0), state.prompt(good.prompt).versions);
  std::vector<BisectStep> steps;
  for (long long number = first; number <= last; ++number) {
    if (const auto record = state.version({good.prompt, number})) {
      steps.push_back({{good.prompt, Address::Kind::version, std::to_string(number)},
                       record->version.digest,
                       fmt::format("{}{}", person_name(record->stamp.actor),
                                   record->stamp.reason.empty() ? "" : ": " + record->stamp.reason)});
    }
  }
  return steps;
}

// The commits of the main line in which the prompt's content is another than before.
std::vector<BisectStep> commits_between(const Address& good, const Address& bad, Workspace& workspace) {
  const GitExecutable git(workspace.root, workspace.environment);
  const std::string first = resolve_commit(workspace.root, good.reference);
  const std::string last = resolve_commit(workspace.root, bad.reference);
  const GitResult listed = git.run({"log", "--first-parent", "--reverse", "--format=%H %an: %s", first + ".." + last});
  std::vector<std::string> lines{first + " "};
  for (const std::string_view line : split(listed.out, '\n')) {
    if (!line.empty()) {
      lines.emplace_back(line);
    }
  }
  std::vector<BisectStep> steps;
  for (const std::string& line : lines) {
    const std::string commit = line.substr(0, line.find(' '));
    const Address address{good.prompt, Address::Kind::revision, commit.substr(0, 12)};
    Diagnostics ignored;
    const auto registry = commit_registry(commit, workspace);
    const auto bundle = registry->has_prompt(good.prompt) ? registry->read_prompt(good.prompt, ignored) : std::nullopt;
    if (bundle && (steps.empty() || steps.back().digest != bundle->digest)) {
      steps.push_back({address, bundle->digest, line.substr(line.find(' ') + 1)});
    }
  }
  return steps;
}

}  // namespace

std::vector<BisectStep> bisect_steps(const BisectRange& range, Workspace& workspace) {
  const Address good = endpoint(range, "--good", range.good);
  const Address bad = endpoint(range, "--bad", range.bad);
  if (good.kind != bad.kind) {
    throw Failure("usage", "--good and --bad are a version and a commit", "name two versions, or two commits");
  }
  find_prompt(good, workspace);
  find_prompt(bad, workspace);
  std::vector<BisectStep> steps = good.kind == Address::Kind::version ? versions_between(good, bad, workspace)
                                                                      : commits_between(good, bad, workspace);
  if (steps.size() < 2) {
    throw Failure("usage", fmt::format("from {} to {} the prompt does not change", range.good, range.bad),
                  "--good names the earlier one");
  }
  return steps;
}

}  // namespace promptctl::cli
