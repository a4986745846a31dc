#include "world/git/git_executable.hpp"

#include <array>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

constexpr std::string_view usual_path = "/usr/bin:/bin";

// What would make git look elsewhere than in the folder it is run in; LANGUAGE overrides even LC_ALL.
constexpr std::array dropped{
    "GIT_DIR",        "GIT_WORK_TREE",  "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR",
    "GIT_INDEX_FILE", "GIT_NAMESPACE",  "GIT_OBJECT_DIRECTORY",   "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_PREFIX",     "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE",       "GIT_REPLACE_REF_BASE",
    "GIT_CONFIG",     "LANGUAGE",
};

}  // namespace

std::map<std::string, std::string> GitExecutable::variables(const GitOptions& options) const {
  std::map<std::string, std::string> all = environment_;
  for (const char* name : dropped) {
    all.erase(name);
  }
  all["LC_ALL"] = "C";
  all["GIT_TERMINAL_PROMPT"] = "0";
  all["GIT_NO_REPLACE_OBJECTS"] = "1";
  all.emplace("GIT_ASKPASS", "");  // Empty, it stands before core.askPass and SSH_ASKPASS, which open windows.
  for (const auto& [name, value] : options.variables) {
    all[name] = value;
  }
  return all;
}

GitResult GitExecutable::run(const std::vector<std::string>& arguments, const GitOptions& options) const {
  const auto path = environment_.find("PATH");
  ProgramCall call;
  call.executable = find_program("git", path == environment_.end() ? usual_path : std::string_view(path->second));
  if (call.executable.empty()) {
    throw Failure("git", "there is no `git` to run in PATH", "install git; reading the ledger works without it");
  }
  call.arguments = {"-C", folder_.string()};
  call.arguments.insert(call.arguments.end(), arguments.begin(), arguments.end());
  call.environment = variables(options);
  call.input = options.input;
  return run_program(call);
}

std::map<std::string, std::string> GitExecutable::unattended_ssh() const {
  if (environment_.contains("GIT_SSH_COMMAND") || environment_.contains("GIT_SSH") ||
      run({"config", "--get", "core.sshCommand"}).exit_code == 0) {
    return {};
  }
  return {{"GIT_SSH_COMMAND", "ssh -oBatchMode=yes"}};
}

}  // namespace promptctl
