#include "world/libgit2.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

std::string last_message() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "unknown error";
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

RepositoryHandle open_repository(const std::filesystem::path& folder) {
  git_repository* repository = nullptr;
  const int code = git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
  const git_error* error = git_error_last();
  const bool about_owner = code == GIT_ENOTFOUND && error != nullptr && error->message != nullptr &&
                           std::string_view(error->message).find("safe.directory") != std::string_view::npos;
  if (code != 0 && (code != GIT_ENOTFOUND || about_owner)) {
    fail_with_git(folder, code);
  }
  return RepositoryHandle(repository);
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
