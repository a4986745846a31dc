#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "world/system/program.hpp"

namespace promptctl {

using GitResult = ProgramOutput;

struct GitOptions {
  std::string_view input;                        // standard input; empty: /dev/null
  std::map<std::string, std::string> variables;  // beside those of the environment, or in their place
};

// The `git` executable: arguments as they are, no shell, messages in English, nothing asked of whoever sits there.
// Objects are seen as they are stored (no replace refs), and variables that lead git to another repository (GIT_DIR and
// the like) are dropped. Credential helpers and a GIT_ASKPASS of the environment answer as ever.
class GitExecutable {
 public:
  // Runs in `folder`; `environment` is promptctl's own, whole.
  GitExecutable(std::filesystem::path folder, std::map<std::string, std::string> environment)
      : folder_(std::move(folder)), environment_(std::move(environment)) {}

  // Any exit code is a value. Throws `Failure` (`git`) when there is no git to run.
  GitResult run(const std::vector<std::string>& arguments, const GitOptions& options = {}) const;

  // For a command that may open an SSH connection: the variables that make ssh fail where it would ask. None where the
  // user says how ssh is run (GIT_SSH_COMMAND, GIT_SSH, core.sshCommand).
  std::map<std::string, std::string> unattended_ssh() const;

 private:
  std::map<std::string, std::string> variables(const GitOptions& options) const;

  std::filesystem::path folder_;
  std::map<std::string, std::string> environment_;
};

}  // namespace promptctl
