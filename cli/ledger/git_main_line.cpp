#include "cli/ledger/git_main_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "registry/registry.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl::cli {

namespace {

// The newest of the main branch that is known: reading it on the server moves no ref.
std::vector<std::string> known_line(const Workspace& workspace, const Ledger& ledger) {
  const auto revision = known_policy_revision(workspace.root, ledger.remote());
  std::vector<std::string> fetched = revision ? first_parents(workspace.root, *revision) : std::vector<std::string>();
  const auto read = ledger.reached(Milestone::main_read);
  if (!read || fetched.empty() || !has_commit(workspace.root, *read)) {
    return fetched;
  }
  std::vector<std::string> line = first_parents(workspace.root, *read);
  const bool is_newer = std::find(line.begin(), line.end(), fetched.front()) != line.end();
  return is_newer ? line : fetched;
}

}  // namespace

GitMainLine::GitMainLine(const Workspace& workspace, const Ledger& ledger)
    : workspace_(workspace), remote_(ledger.remote()) {
  const std::vector<std::string> line = remote_.empty() ? std::vector<std::string>() : known_line(workspace, ledger);
  for (std::size_t at = 0; at < line.size(); ++at) {
    places_.emplace(line[at], line.size() - at);
  }
}

std::optional<std::size_t> GitMainLine::place(const std::string& commit) {
  const auto known = places_.find(commit);
  if (known != places_.end()) {
    return known->second;
  }
  return places_.emplace(commit, find_place(commit)).first->second;
}

std::optional<std::size_t> GitMainLine::find_place(const std::string& commit) const {
  if (!is_commit_id(commit)) {
    return std::nullopt;
  }
  if (!has_commit(workspace_.root, commit)) {
    throw Failure("shallow-clone",
                  fmt::format("commit {} of the main branch is not in this clone: whether its conditions held can't be "
                              "told",
                              commit.substr(0, 12)),
                  "git fetch, with --unshallow in a shallow clone; one that stays away was never on the main branch");
  }
  return remote_.empty() ? std::optional<std::size_t>(0) : std::nullopt;
}

std::shared_ptr<const RegistryAt> GitMainLine::registry(const ConditionsSource& source) {
  constexpr std::size_t most_recent = 8;
  const auto known =
      std::find_if(recent_.begin(), recent_.end(), [&source](const Recent& recent) { return recent.source == source; });
  if (known != recent_.end()) {
    std::rotate(known, known + 1, recent_.end());
    return recent_.back().registry;
  }
  if (recent_.size() == most_recent) {
    recent_.erase(recent_.begin());
  }
  return recent_.emplace_back(Recent{source, read_registry(source)}).registry;
}

std::shared_ptr<const RegistryAt> GitMainLine::read_registry(const ConditionsSource& source) const {
  if (!is_commit_id(source.commit) || !has_commit(workspace_.root, source.commit)) {
    return nullptr;
  }
  auto files = std::make_unique<GitTreeFiles>(workspace_.root, source.commit, workspace_.environment, source.registry);
  auto project = Registry(*files).sound_project();
  return project ? std::make_shared<RegistryAt>(RegistryAt{std::move(files), std::move(*project)}) : nullptr;
}

}  // namespace promptctl::cli
