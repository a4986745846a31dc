#include "world/git/libgit2.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

std::string last_message() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "unknown error";
}

struct Opened {
  int code = 0;
  bool unknown_format = false;
  RepositoryHandle repository;
};

// libgit2 has no code of its own for a format that it does not know.
bool is_about_format(std::string_view message) {
  return message.starts_with("unsupported extension name") || message.starts_with("unsupported repository version") ||
         message.starts_with("unknown object format") || message.starts_with("unsupported object format");
}

Opened try_open(const std::filesystem::path& folder) {
  git_repository* raw = nullptr;
  Opened opened;
  opened.code = git_repository_open_ext(&raw, folder.c_str(), 0, nullptr);
  opened.repository.reset(raw);
  if (opened.code != 0) {
    const std::string message = last_message();
    const bool about_owner = message.find("safe.directory") != std::string::npos;
    opened.unknown_format = opened.code != GIT_ENOTFOUND && is_about_format(message);
    opened.code = opened.code == GIT_ENOTFOUND && about_owner ? GIT_EOWNER : opened.code;
  }
  return opened;
}

RepositoryHandle require_opened(Opened opened, const std::filesystem::path& folder) {
  if (opened.code != 0 && opened.code != GIT_ENOTFOUND) {
    fail_with_git(folder, opened.code);
  }
  return std::move(opened.repository);
}

}  // namespace

void fail_with_git(const std::filesystem::path& folder, int code) {
  const std::string message = last_message();
  // libgit2 1.5 reports a foreign owner as a missing setting when none at all is configured (libgit2#6408).
  const bool foreign = code == GIT_EOWNER || message.find("safe.directory") != std::string::npos;
  throw Failure("git", fmt::format("cannot read the git repository: {}", message),
                foreign ? fmt::format("it belongs to another user; if you trust it: git config --global --add "
                                      "safe.directory {}",
                                      folder.string())
                        : std::string());
}

Libgit2::Libgit2() {
  git_libgit2_init();
  // Kept for the whole process, as the list of extensions is gone with the last user.
  static const int set_once = [] {
    git_libgit2_init();
    // Git held each object to its name when it came here; zlib's checksum finds what a disk has changed since.
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
    std::array<const char*, 4> harmless{"worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees"};
    return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless.data(), harmless.size());
  }();
  static_cast<void>(set_once);
}

RepositoryHandle open_repository(const std::filesystem::path& folder) {
  Opened opened = try_open(folder);
  if (opened.unknown_format) {
    throw Failure("git", "libgit2 does not know the format of the git repository here",
                  "lint, render and eval work as outside git; versions need a repository of SHA-1 objects");
  }
  return require_opened(std::move(opened), folder);
}

RepositoryHandle find_repository(const std::filesystem::path& folder) {
  Opened opened = try_open(folder);
  return opened.unknown_format ? nullptr : require_opened(std::move(opened), folder);
}

PatchHandle make_patch(std::string_view before, std::string_view after, std::uint32_t context_lines) {
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;  // A zero byte would make a text binary.
  options.context_lines = context_lines;
  git_patch* patch = nullptr;
  if (git_patch_from_buffers(&patch, before.data(), before.size(), nullptr, after.data(), after.size(), nullptr,
                             &options) != 0) {
    throw Failure("git", fmt::format("cannot compare two texts: {}", last_message()));
  }
  return PatchHandle(patch);
}

}  // namespace promptctl
