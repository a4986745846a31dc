// A repository whose own configuration names programs: in a pull request's job git runs none of them.

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"
#include "world/git/git_safety.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT
namespace fs = std::filesystem;

namespace {

// A registry with a ledger and a remote; a program that leaves a mark when it is run.
struct Trap {
  TemporaryFolder folder;
  TranscriptPlayer player{folder.path()};
  fs::path mark = folder.path() / "ran";
  fs::path program = folder.path() / "program";

  Trap() {
    write_text(folder.path() / "w/prompts/p.prompt", "Hello\n");
    write_text(folder.path() / "w/promptctl.yaml", "format: 1\nenvironments: {staging: }\n");
    write_text(program, "#!/bin/sh\necho \"$0 $*\" >>'" + mark.string() + "'\nexit 1\n");
    fs::permissions(program, fs::perms::owner_all);
    for (const char* command :
         {"git init -q -b main w", "git -C w add -A", "git -C w commit -qm first",
          "git init -q --bare -b main server.git", "git -C w remote add origin ../server.git",
          "git -C w push -q origin main", "promptctl -C w register p", "git -C w config protocol.ext.allow always"}) {
      player.run(command);
    }
  }

  void set(const std::string& name, const std::string& value) {
    player.run("git -C w config '" + name + "' '" + value + "'");
  }

  bool ran() const { return fs::exists(mark); }

  // What doctor and sync print, one after the other.
  std::string work(const std::string& options) {
    fs::remove(mark);
    return player.run("promptctl -C w doctor " + options) + player.run("promptctl -C w sync " + options);
  }
};

struct Setting {
  std::string name;
  std::string value;
};

}  // namespace

TEST_CASE("no program of the repository's configuration runs in a pull request's job", "[e2e]") {
  Trap trap;
  const std::string program = trap.program.string();
  const std::string hooks = (trap.folder.path() / "hooks").string();
  fs::create_directories(hooks);
  for (const char* hook : {"reference-transaction", "pre-push", "post-checkout", "pre-auto-gc"}) {
    fs::copy(program, fs::path(hooks) / hook);
  }
  const std::vector<std::vector<Setting>> attacks{
      {{"remote.origin.url", "ext::" + program + " %S"}},
      {{"remote.origin.url", "ssh://127.0.0.1:9/r.git"}, {"core.sshCommand", program}},
      {{"remote.origin.url", "https://127.0.0.1:9/r.git"},
       {"url.ext::" + program + " .insteadOf", "https://127.0.0.1:9/"}},
      {{"remote.origin.uploadpack", program}, {"remote.origin.receivepack", program}},
      {{"remote.origin.vcs", "ext"}, {"remote.origin.url", program + " %S"}},
      {{"core.gitProxy", program}, {"remote.origin.url", "git://127.0.0.1:9/r.git"}},
      {{"core.hooksPath", hooks}},
  };
  for (const std::vector<Setting>& attack : attacks) {
    INFO(attack.front().name << " = " << attack.front().value);
    trap.player.run("git -C w config remote.origin.url ../server.git");
    for (const Setting& setting : attack) {
      trap.set(setting.name, setting.value);
    }
    const std::string unsafe = trap.work("--no-safe");
    INFO(unsafe);
    if (std::string_view(attack.front().name) !=
        "core.hooksPath") {  // Nothing here moves a ref that a hook is asked of.
      CHECK(trap.ran());
    }
    const std::string printed = trap.work("--safe");
    INFO(printed);
    CHECK_FALSE(trap.ran());
    trap.player.run("GITHUB_EVENT_NAME=pull_request");
    trap.work("");
    CHECK_FALSE(trap.ran());
    trap.player.run("GITHUB_EVENT_NAME=");
    for (const Setting& setting : attack) {
      trap.player.run(std::string("git -C w config --unset-all '") + setting.name + "'");
    }
  }
}

TEST_CASE("a job's own variables still say how git reaches a server") {
  const auto safe = with_safe_git({{"GIT_SSH_COMMAND", "ssh -i key"}, {"GIT_CONFIG_COUNT", "1"}});
  CHECK(safe.at("GIT_SSH_COMMAND") == "ssh -i key");
  CHECK(safe.at("GIT_CONFIG_KEY_1") == safe_settings().front().name);
  CHECK(with_safe_git({{"GIT_SSH", "plink"}}).count("GIT_SSH_COMMAND") == 0);
  CHECK(with_safe_git({{"GIT_ALLOW_PROTOCOL", "file"}}).at("GIT_ALLOW_PROTOCOL") == "file");
}
