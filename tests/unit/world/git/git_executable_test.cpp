#include "world/git/git_executable.hpp"

#include <csignal>

#include "base/diagnostic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_words.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// git, with `script` as what its command `x` does: `!` aliases run in a shell with git's environment.
GitResult run_alias(const GitExecutable& git, const std::string& script, std::string_view input = {}) {
  return git.run({"-c", "alias.x=!f() { " + script + "; }; f", "x"}, {input, {}});
}

GitExecutable sandboxed(const TemporaryFolder& folder, const std::map<std::string, std::string>& more = {}) {
  std::map<std::string, std::string> environment = more;
  environment.merge(sandbox_environment(folder.path()));
  return {folder.path(), environment};
}

std::string variable(const GitExecutable& git, const std::string& name) {
  return run_alias(git, "echo \"${" + name + "-unset}\"").out;
}

}  // namespace

TEST_CASE("git: what goes in and comes out is whole, however much it is", "[git-executable]") {
  const TemporaryFolder folder;
  const GitExecutable git = sandboxed(folder);
  constexpr std::size_t size = 1U << 20U;
  const std::string input(size, 'i');
  const GitResult result =
      run_alias(git, "cat; head -c 1048576 /dev/zero | tr '\\0' e >&2; head -c 1048576 /dev/zero | tr '\\0' o", input);
  CHECK(result.exit_code == 0);
  CHECK((result.out == input + std::string(size, 'o')));
  CHECK((result.err == std::string(size, 'e')));
}

TEST_CASE("git: input that nobody reads is no trouble, and no input is an empty one", "[git-executable]") {
  const TemporaryFolder folder;
  const GitExecutable git = sandboxed(folder);
  CHECK(run_alias(git, "exit 3", std::string(1U << 20U, 'i')).exit_code == 3);
  CHECK(run_alias(git, "cat").out.empty());
}

TEST_CASE("git: a signal that ends it is 128 and its number", "[git-executable]") {
  const TemporaryFolder folder;
  const GitResult result = run_alias(sandboxed(folder), "kill -9 $PPID");
  CHECK(result.exit_code == 128 + SIGKILL);
  CHECK(git_words(result) == "git was ended by signal 9");
}

TEST_CASE("git: SIGPIPE ends it as usual, even where promptctl ignores it", "[git-executable]") {
  const TemporaryFolder folder;
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const GitResult result = run_alias(sandboxed(folder), "(sh -c 'kill -PIPE $$'; echo $?)");
  std::signal(SIGPIPE, before);
  CHECK(result.out == std::to_string(128 + SIGPIPE) + "\n");
}

TEST_CASE("git: the environment is promptctl's, less what would prompt or lead elsewhere", "[git-executable]") {
  const TemporaryFolder folder;
  const GitExecutable git = sandboxed(folder, {{"GIT_DIR", "/elsewhere"},
                                               {"GIT_INDEX_FILE", "/elsewhere"},
                                               {"LANGUAGE", "de"},
                                               {"SSH_ASKPASS", "/usr/bin/window"},
                                               {"SSH_AUTH_SOCK", "/agent"}});
  CHECK(variable(git, "GIT_DIR") == "unset\n");
  CHECK(variable(git, "GIT_INDEX_FILE") == "unset\n");
  CHECK(variable(git, "LANGUAGE") == "unset\n");
  CHECK(variable(git, "LC_ALL") == "C\n");
  CHECK(variable(git, "GIT_TERMINAL_PROMPT") == "0\n");
  CHECK(variable(git, "GIT_ASKPASS") == "\n");
  CHECK(variable(git, "SSH_AUTH_SOCK") == "/agent\n");
  CHECK(run_alias(git, "pwd").out == folder.path().string() + "\n");
}

TEST_CASE("git: nobody is asked for a password, but helpers and an askpass of the environment answer",
          "[git-executable]") {
  const TemporaryFolder folder;
  const std::string asked = "protocol=https\nhost=example.org\n\n";
  const auto fill = [&](const GitExecutable& git) { return git.run({"credential", "fill"}, {asked, {}}); };
  const GitResult refused = fill(sandboxed(folder, {{"SSH_ASKPASS", "/bin/echo"}}));
  CHECK(refused.exit_code == 128);
  CHECK(git_words(refused) == "could not read Username for 'https://example.org': terminal prompts disabled");
  CHECK(fill(sandboxed(folder, {{"GIT_ASKPASS", "/bin/echo"}})).exit_code == 0);
  const GitExecutable helped = sandboxed(folder, {{"GIT_CONFIG_COUNT", "1"},
                                                  {"GIT_CONFIG_KEY_0", "credential.helper"},
                                                  {"GIT_CONFIG_VALUE_0", "!echo username=u; echo password=p; :"}});
  CHECK(fill(helped).out == "protocol=https\nhost=example.org\nusername=u\npassword=p\n");
}

TEST_CASE("git: ssh does not ask either, unless the user says how it is run", "[git-executable]") {
  const TemporaryFolder folder;
  const std::map<std::string, std::string> nothing;
  CHECK(sandboxed(folder).unattended_ssh() ==
        std::map<std::string, std::string>{{"GIT_SSH_COMMAND", "ssh -oBatchMode=yes"}});
  CHECK(sandboxed(folder, {{"GIT_SSH_COMMAND", "ssh -v"}}).unattended_ssh() == nothing);
  CHECK(sandboxed(folder, {{"GIT_SSH", "/usr/bin/plink"}}).unattended_ssh() == nothing);
  CHECK(
      sandboxed(folder,
                {{"GIT_CONFIG_COUNT", "1"}, {"GIT_CONFIG_KEY_0", "core.sshCommand"}, {"GIT_CONFIG_VALUE_0", "ssh -v"}})
          .unattended_ssh() == nothing);
}

TEST_CASE("git: where there is none, the failure says what to do", "[git-executable]") {
  const TemporaryFolder folder;
  write_text(folder.path() / "git", "#!/bin/sh\n");  // Not executable.
  for (const std::string& path : {folder.path().string(), std::string("."), std::string()}) {
    try {
      GitExecutable(folder.path(), {{"PATH", path}}).run({"version"});
      FAIL("git ran");
    } catch (const Failure& failure) {
      CHECK(describe(failure.diagnostic()) ==
            "error[git]: there is no `git` to run in PATH\n"
            "  hint: install git; reading the ledger works without it\n");
    }
  }
}

TEST_CASE("git: its words come on one line, without advice and passwords", "[git-executable]") {
  const auto words = [](const std::string& err) { return git_words({128, "", err}); };
  CHECK(words("fatal: unable to connect to h:\nh[0: ::1]: errno=Connection refused\n\n") ==
        "unable to connect to h: h[0: ::1]: errno=Connection refused");
  CHECK(words("ssh: no such host\r\nfatal: Could not read from remote repository.\n\nPlease make sure\n") ==
        "ssh: no such host; Could not read from remote repository.");
  CHECK(words("hint: x\n") == "git said nothing and exited with 128");
  CHECK(server_words({1, "", "remote: error: GH006: Protected.   \nremote: \nremote: - Ask.  \nerror: failed\n"}) ==
        "GH006: Protected.; - Ask.");
}

TEST_CASE("git: an address is shown without its password", "[git-executable]") {
  CHECK(without_credentials("at https://user:token@host/x, http://token@host and https://host/a@b") ==
        "at https://***@host/x, http://***@host and https://host/a@b");
  CHECK(without_credentials("'ssh://git@host:22/x' ssh://git:p@ss@host") == "'ssh://git@host:22/x' ssh://***@host");
  CHECK(without_credentials("git@host:x") == "git@host:x");
}
