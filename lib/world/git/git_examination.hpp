#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "world/git/git_remote.hpp"

namespace promptctl {

// One thing that `doctor` looked at.
struct SetupCheck {
  enum class Level { good, warning, fault };

  Level level = Level::good;
  std::string subject;  // "git", "remote"
  std::string message;
  std::string remedy;  // may be empty
};

// What there is to say of the repository that `folder` lies in: the git executable, the repository's format, whether
// its history and files are whole, who writes, how commits are signed. Throws nothing: what fails is a fault.
std::vector<SetupCheck> examine_repository(const std::filesystem::path& folder, const GitExecutable& git);

// Whether the remote can be reached and would take a push to the ledger's branch, and how to protect that branch there.
// `commit` is what a push is tried with, without sending anything; empty when there is none.
std::vector<SetupCheck> examine_remote(const GitExecutable& git, const std::string& remote, const std::string& commit);

}  // namespace promptctl
