#include "world/git/git_repository.hpp"

#include <array>
#include <string>

#include "base/file_text.hpp"
#include "world/git/git_objects.hpp"
#include "world/git/git_tree_files.hpp"
#include "world/git/libgit2.hpp"

namespace promptctl {
namespace {

std::string head_commit(git_repository& repository) {
  git_oid id{};
  if (git_reference_name_to_id(&id, &repository, "HEAD") != 0) {
    return {};
  }
  std::array<char, GIT_OID_HEXSZ + 1> hex{};
  return git_oid_tostr(hex.data(), hex.size(), &id);
}

bool is_committed(const GitTreeFiles& head, const std::string& path, const FileName& file) {
  try {
    return head.holds(path, file);
  } catch (const FileFault&) {  // What the commit has there is a link that leads nowhere.
    return false;
  }
}

}  // namespace

std::optional<SourceState> GitRepository::state(const FilesRead& files) const {
  const Libgit2 library;
  const RepositoryHandle repository = find_repository(folder_);
  if (!repository) {
    return std::nullopt;
  }
  SourceState state{head_commit(*repository), {}};
  if (state.commit.empty() || files.empty()) {
    return state;
  }
  const GitTreeFiles head(folder_, state.commit, environment_);
  for (const auto& [path, file] : files) {
    if (!is_committed(head, path, file)) {
      state.changed.push_back(path);
    }
  }
  return state;
}

bool GitRepository::has_committed(const std::string& path) const {
  const Libgit2 library;
  const RepositoryHandle repository = find_repository(folder_);
  const std::string head = repository ? head_commit(*repository) : std::string();
  if (head.empty()) {
    return false;
  }
  const CommitHandle commit = find_commit(*repository, head);
  return commit && find_entry(*tree_of(*commit), registry_prefix(folder_, *repository) + path) != nullptr;
}

std::optional<std::filesystem::path> GitRepository::top() const {
  const Libgit2 library;
  const RepositoryHandle repository = find_repository(folder_);
  const char* top = repository ? git_repository_workdir(repository.get()) : nullptr;
  return top == nullptr ? std::nullopt : std::optional<std::filesystem::path>(top);
}

}  // namespace promptctl
