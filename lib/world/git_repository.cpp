#include "world/git_repository.hpp"

#include <array>
#include <string>

#include "world/libgit2.hpp"

namespace promptctl {
namespace {

using StatusList = std::unique_ptr<git_status_list, Freed<git_status_list_free>>;

std::string head_commit(git_repository& repository) {
  git_oid id{};
  if (git_reference_name_to_id(&id, &repository, "HEAD") != 0) {
    return {};
  }
  std::array<char, GIT_OID_HEXSZ + 1> hex{};
  return git_oid_tostr(hex.data(), hex.size(), &id);
}

bool is_dirty(git_repository& repository, const std::filesystem::path& folder) {
  git_status_options options;
  git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
  options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
  options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED;
  git_status_list* raw = nullptr;
  if (const int code = git_status_list_new(&raw, &repository, &options); code != 0) {
    fail_with_git(folder, code);
  }
  const StatusList list(raw);
  return git_status_list_entrycount(list.get()) > 0;
}

}  // namespace

std::optional<SourceState> GitRepository::state() const {
  const Libgit2 library;
  const RepositoryHandle repository = open_repository(folder_);
  if (!repository) {
    return std::nullopt;
  }
  const bool bare = git_repository_is_bare(repository.get()) != 0;
  return SourceState{head_commit(*repository), !bare && is_dirty(*repository, folder_)};
}

std::optional<std::filesystem::path> GitRepository::top() const {
  const Libgit2 library;
  const RepositoryHandle repository = open_repository(folder_);
  const char* top = repository ? git_repository_workdir(repository.get()) : nullptr;
  return top == nullptr ? std::nullopt : std::optional<std::filesystem::path>(top);
}

}  // namespace promptctl
