#include "world/git/git_renames.hpp"

#include <array>

#include "base/diagnostic.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

using DiffHandle = std::unique_ptr<git_diff, Freed<git_diff_free>>;

// Of the working tree, what git does not know yet included, below the folder `prefix`.
DiffHandle changes_since(git_repository& repository, git_tree& before, std::string prefix) {
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_SHOW_UNTRACKED_CONTENT |
                  GIT_DIFF_DISABLE_PATHSPEC_MATCH;
  std::array<char*, 1> paths{prefix.data()};
  if (!prefix.empty()) {
    options.pathspec = {paths.data(), paths.size()};
  }
  git_diff* raw = nullptr;
  if (const int code = git_diff_tree_to_workdir_with_index(&raw, &repository, &before, &options); code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
  return DiffHandle(raw);
}

}  // namespace

std::map<std::string, std::string> renamed_files(const std::filesystem::path& root, const std::string& commit) {
  const Libgit2 library;
  const RepositoryHandle repository = open_repository(root);
  const std::string prefix = repository_path(root, "");
  const std::string id = resolve_commit(root, commit);
  const CommitHandle found = find_commit(*repository, id);
  const DiffHandle diff = changes_since(*repository, *tree_of(*found), prefix);
  git_diff_find_options options{};
  git_diff_find_options_init(&options, GIT_DIFF_FIND_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
  if (const int code = git_diff_find_similar(diff.get(), &options); code != 0) {
    fail_with_git(root, code);
  }
  std::map<std::string, std::string> names;
  for (std::size_t index = 0; index < git_diff_num_deltas(diff.get()); ++index) {
    const git_diff_delta& delta = *git_diff_get_delta(diff.get(), index);
    const std::string is = delta.new_file.path;
    const std::string was = delta.old_file.path;
    if (delta.status == GIT_DELTA_RENAMED && is.starts_with(prefix) && was.starts_with(prefix)) {
      names[is.substr(prefix.size())] = was.substr(prefix.size());
    }
  }
  return names;
}

}  // namespace promptctl
