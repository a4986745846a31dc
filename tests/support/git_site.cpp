#include "tests/support/git_site.hpp"

#include "base/text.hpp"
#include "tests/support/git_sandbox.hpp"

namespace promptctl::testing {

namespace fs = std::filesystem;

GitSite::GitSite(const StartServer& start) {
  fs::create_directories(path("served"));
  fs::create_directories(path("home"));
  git_output(at("served"), {"init", "--quiet", "--bare", "--initial-branch=main", "r.git"});
  const GitExecutable git = at("served/r.git");
  git_output(git, {"config", "uploadpack.allowFilter", "true"});
  grow("refs/heads/main", 2);
  server_ = start(path("served"));
}

std::map<std::string, std::string> GitSite::environment() const {
  std::map<std::string, std::string> variables = sandbox_environment(path("home"));
  if (server_) {
    variables.merge(server_->environment());
  }
  return variables;
}

GitExecutable GitSite::clone(const std::string& name, const std::vector<std::string>& options) const {
  std::vector<std::string> arguments{"clone", "--quiet"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), {url(), name});
  git_output(at("."), arguments);
  return at(name);
}

GitExecutable GitSite::join(const std::string& name) const {
  git_output(at("."), {"init", "--quiet", name});
  git_output(at(name), {"remote", "add", "origin", url()});
  return at(name);
}

std::string GitSite::grow(const std::string& branch, int commits) const {
  const GitExecutable git = at("served/r.git");
  std::string tip(trim(git.run({"rev-parse", "--verify", "--quiet", branch}).out));
  for (int number = 0; number < commits; ++number) {
    tip = make_commit(git, branch + " " + std::to_string(number), tip);
  }
  git_output(git, {"update-ref", branch, tip});
  return tip;
}

void GitSite::add_hook(const std::string& name, const std::string& script) const {
  const fs::path hook = path("served/r.git/hooks") / name;
  write_text(hook, "#!/bin/sh\n" + script);
  fs::permissions(hook, fs::perms::owner_all);
}

}  // namespace promptctl::testing
