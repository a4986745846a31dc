#include "tests/support/git_sandbox.hpp"

#include <stdexcept>

#include "base/text.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/program.hpp"

namespace promptctl::testing {
namespace {

constexpr const char* programs = "/usr/local/bin:/usr/bin:/bin";

}  // namespace

std::map<std::string, std::string> sandbox_environment(const std::filesystem::path& home) {
  return {{"PATH", programs},
          {"HOME", home.string()},
          {"GIT_CONFIG_GLOBAL", "/dev/null"},
          {"GIT_CONFIG_SYSTEM", "/dev/null"},
          {"GIT_AUTHOR_NAME", "Ada"},
          {"GIT_AUTHOR_EMAIL", "ada@example.org"},
          {"GIT_COMMITTER_NAME", "Ada"},
          {"GIT_COMMITTER_EMAIL", "ada@example.org"}};
}

std::string git_output(const GitExecutable& git, const std::vector<std::string>& arguments, const GitOptions& options) {
  const GitResult result = git.run(arguments, options);
  if (result.exit_code != 0) {
    throw std::runtime_error("git " + join(arguments, " ") + ": " + result.err);
  }
  return std::string(trim(result.out));
}

std::string make_commit(const GitExecutable& git, const std::string& text, const std::string& parent) {
  const std::string blob = git_output(git, {"hash-object", "-w", "--stdin"}, {text, {}});
  const std::string entry = std::string("100644 blob ").append(blob).append("\tevents\n");
  std::vector<std::string> arguments{"commit-tree", git_output(git, {"mktree"}, {entry, {}}), "-m", text};
  if (!parent.empty()) {
    arguments.insert(arguments.end(), {"-p", parent});
  }
  return git_output(git, arguments);
}

bool make_ssh_key(const std::filesystem::path& path) {
  const std::string executable = find_program("ssh-keygen", programs);
  return !executable.empty() &&
         run_program({executable, {"-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path.string()}, {}, {}})
                 .exit_code == 0;
}

std::string public_key(const std::filesystem::path& path) {
  return std::string(trim(read_text(path.string() + ".pub")));
}

}  // namespace promptctl::testing
