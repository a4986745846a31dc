#pragma once

#include <git2.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/freed.hpp"

// What the files that use libgit2 share.
namespace promptctl {

using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using PatchHandle = std::unique_ptr<git_patch, Freed<git_patch_free>>;

// libgit2 counts these calls; one pair a use costs nothing after the first. Must outlive every handle.
class Libgit2 {
 public:
  Libgit2();
  ~Libgit2() { git_libgit2_shutdown(); }
  Libgit2(const Libgit2&) = delete;
  Libgit2& operator=(const Libgit2&) = delete;
};

// The repository that `folder` lies in, bare ones too; null when it lies in none. Throws `Failure` (`git`), with the
// way out, when libgit2 refuses to read it or does not know its format.
RepositoryHandle open_repository(const std::filesystem::path& folder);

// The same for what works without git: null too for a repository whose format (SHA-256) libgit2 does not know.
RepositoryHandle find_repository(const std::filesystem::path& folder);

// What changed between two texts, line by line, whatever bytes they hold. Throws `Failure` (`git`) when they are too
// large.
PatchHandle make_patch(std::string_view before, std::string_view after, std::uint32_t context_lines);

// Throws `Failure` (`git`) with libgit2's last message.
[[noreturn]] void fail_with_git(const std::filesystem::path& folder, int code);

}  // namespace promptctl
