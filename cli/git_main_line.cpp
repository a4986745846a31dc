#include "cli/git_main_line.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/diagnostic.hpp"
#include "codec/gate_policy.hpp"
#include "world/git_history.hpp"
#include "world/git_repository.hpp"
#include "world/git_tree_files.hpp"

namespace promptctl::cli {

GitMainLine::GitMainLine(const Workspace& workspace, std::string remote)
    : workspace_(workspace), remote_(std::move(remote)) {
  const auto revision = remote_.empty() ? std::nullopt : known_policy_revision(workspace_.root, remote_);
  const auto line = revision ? first_parents(workspace_.root, *revision) : std::vector<std::string>();
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
  if (!has_commit(workspace_.root, commit)) {
    throw Failure("shallow-clone",
                  fmt::format("commit {} of the main branch is not in this clone: whether its conditions held can't be "
                              "told",
                              commit.substr(0, 12)),
                  "git fetch --unshallow");
  }
  return remote_.empty() ? std::optional<std::size_t>(0) : std::nullopt;
}

std::optional<std::string> GitMainLine::conditions(const ConditionsSource& source, const std::string& environment) {
  const auto [place, is_new] = digests_.try_emplace(source.commit + ":" + source.registry);
  if (is_new) {
    const std::filesystem::path top = GitRepository(workspace_.root).top().value_or(workspace_.root);
    const GitTreeFiles files(top / source.registry, source.commit, workspace_.environment);
    const auto project = Registry(files).sound_project();
    for (const Environment& one : project ? project->environments : std::vector<Environment>()) {
      place->second[one.name] = conditions_digest(one);
    }
  }
  const auto found = place->second.find(environment);
  return found == place->second.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace promptctl::cli
