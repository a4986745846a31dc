#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/git_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_executable.hpp"

namespace promptctl::testing {

using StartServer = std::function<std::unique_ptr<GitServer>(const std::filesystem::path& repositories)>;

// A server with the bare repository served/r.git, whose main has two commits, and repositories that work with it, all
// below one temporary folder.
class GitSite {
 public:
  explicit GitSite(const StartServer& start = start_git_server);

  // False when the server isn't installed.
  bool is_up() const { return server_ != nullptr; }

  std::string url() const { return server_->url("r.git"); }
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }

  // The environment of whoever works here: a sandbox, and what the server's clients need.
  std::map<std::string, std::string> environment() const;

  // git in the folder `name`.
  GitExecutable at(const std::string& name) const { return {path(name), environment()}; }

  // A clone, made with these options of `git clone`.
  GitExecutable clone(const std::string& name, const std::vector<std::string>& options = {}) const;

  // A repository that knows the server as "origin", and has fetched nothing yet.
  GitExecutable join(const std::string& name) const;

  // Puts so many commits on the server's branch (a whole name), as another clone's pushes would, and gives the last.
  std::string grow(const std::string& branch, int commits) const;

  // Gives the server's repository a hook: a shell script, less its first line.
  void add_hook(const std::string& name, const std::string& script) const;

 private:
  TemporaryFolder folder_;
  std::unique_ptr<GitServer> server_;
};

}  // namespace promptctl::testing
