#include "world/git_repository.hpp"

#include <fmt/format.h>
#include <git2.h>

#include <array>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

template <auto free_function>
struct Freed {
  template <typename Handle>
  void operator()(Handle* handle) const {
    free_function(handle);
  }
};

using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using StatusList = std::unique_ptr<git_status_list, Freed<git_status_list_free>>;

// libgit2 counts these calls; one pair a use costs nothing after the first.
class Libgit2 {
 public:
  Libgit2() { git_libgit2_init(); }
  ~Libgit2() { git_libgit2_shutdown(); }
  Libgit2(const Libgit2&) = delete;
  Libgit2& operator=(const Libgit2&) = delete;
};

[[noreturn]] void fail(const std::filesystem::path& folder, int code) {
  const git_error* error = git_error_last();
  const std::string message = error != nullptr && error->message != nullptr ? error->message : "unknown error";
  // libgit2 1.5 reports a foreign owner as a missing setting when none at all is configured (libgit2#6408).
  const bool foreign = code == GIT_EOWNER || message.find("safe.directory") != std::string::npos;
  throw Failure("git", fmt::format("cannot read the git repository: {}", message),
                foreign ? fmt::format("it belongs to another user; if you trust it: git config --global --add "
                                      "safe.directory {}",
                                      folder.string())
                        : std::string());
}

RepositoryHandle open(const std::filesystem::path& folder) {
  git_repository* repository = nullptr;
  const int code = git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
  const git_error* error = git_error_last();
  const bool about_owner = code == GIT_ENOTFOUND && error != nullptr && error->message != nullptr &&
                           std::string_view(error->message).find("safe.directory") != std::string_view::npos;
  if (code != 0 && (code != GIT_ENOTFOUND || about_owner)) {
    fail(folder, code);
  }
  return RepositoryHandle(repository);
}

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
    fail(folder, code);
  }
  const StatusList list(raw);
  return git_status_list_entrycount(list.get()) > 0;
}

}  // namespace

std::optional<SourceState> GitRepository::state() const {
  const Libgit2 library;
  const RepositoryHandle repository = open(folder_);
  if (!repository) {
    return std::nullopt;
  }
  const bool bare = git_repository_is_bare(repository.get()) != 0;
  return SourceState{head_commit(*repository), !bare && is_dirty(*repository, folder_)};
}

std::optional<std::filesystem::path> GitRepository::top() const {
  const Libgit2 library;
  const RepositoryHandle repository = open(folder_);
  const char* top = repository ? git_repository_workdir(repository.get()) : nullptr;
  return top == nullptr ? std::nullopt : std::optional<std::filesystem::path>(top);
}

}  // namespace promptctl
