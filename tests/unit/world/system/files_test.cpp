// One set of rules for whatever holds the files of a registry: each layout is tried on the disk and in a commit.

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>

#include "base/file_text.hpp"
#include "base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_tree_files.hpp"
#include "world/system/disk_files.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT
namespace fs = std::filesystem;

namespace {

// A registry inside a repository, with a secret beside it and one in a hidden folder.
struct Layout {
  TemporaryFolder folder;
  fs::path root = folder.path() / "repository/registry";

  Layout() {
    write_text(folder.path() / "secret.txt", "outside\n");
    write_text(folder.path() / "repository/above.prompt", "above\n");
    write_text(root / "promptctl.yaml", "format: 1\n");
    write_text(root / "prompts/a.prompt", "one\n");
    write_text(root / "prompts/sub/b.prompt", "two\n");
    write_text(root / "shared/c.prompt", "three\n");
    write_text(root / ".hidden/token.prompt", "token\n");
  }

  void link(const std::string& target, const std::string& path) const {
    fs::create_directories((root / path).parent_path());
    fs::create_symlink(target, root / path);
  }

  // Calls `check` with the files on the disk, and with those of a commit of them.
  template <typename Check>
  void each(Check&& check) const {
    check(DiskFiles(root), "disk");
    const auto environment = sandbox_environment(folder.path());
    const GitExecutable git(folder.path() / "repository", environment);
    git_output(git, {"init", "-q"});
    git_output(git, {"add", "-A"});
    git_output(git, {"commit", "-qm", "1"});
    check(GitTreeFiles(root, "HEAD", environment), "commit");
  }
};

std::string read(const Files& files, const std::string& path) {
  Diagnostics faults;
  const auto source = files.read(path, faults);
  return source ? std::string(source->text()) : faults.all().empty() ? "none" : described(faults);
}

std::string list(const Files& files, const std::string& folder) {
  Diagnostics faults;
  const std::string paths = join(files.list(folder, faults), " ");
  return faults.all().empty() ? paths : paths + "\n" + described(faults);
}

}  // namespace

TEST_CASE("a link whose target stays in the registry is followed") {
  const Layout layout;
  layout.link("../shared/c.prompt", "prompts/c.prompt");
  layout.link("sub/../c.prompt", "prompts/twice.prompt");
  layout.link("../shared", "prompts/common");
  layout.each([](const Files& files, const std::string& where) {
    INFO(where);
    CHECK(read(files, "prompts/c.prompt") == "three\n");
    CHECK(read(files, "prompts/twice.prompt") == "three\n");
    CHECK(read(files, "prompts/common/c.prompt") == "three\n");
    CHECK(read(files, "prompts/./sub/../a.prompt") == "one\n");
    CHECK(list(files, "prompts") ==
          "prompts/a.prompt prompts/c.prompt prompts/common/c.prompt prompts/sub/b.prompt prompts/twice.prompt");
  });
}

TEST_CASE("nothing outside the registry is read, whatever leads there") {
  const Layout layout;
  layout.link("../../../secret.txt", "prompts/far.prompt");
  layout.link((layout.folder.path() / "secret.txt").string(), "prompts/absolute.prompt");
  layout.link((layout.root / "prompts/a.prompt").string(), "prompts/inside.prompt");
  layout.link("../../above.prompt", "prompts/above.prompt");
  layout.link("../..", "prompts/up");
  layout.link("far.prompt", "prompts/chain.prompt");
  layout.link("../.hidden/token.prompt", "prompts/hidden.prompt");
  layout.link("../.git/config", "prompts/config.prompt");
  layout.each([](const Files& files, const std::string& where) {
    INFO(where);
    for (const std::string name : {"far.prompt", "absolute.prompt", "inside.prompt", "above.prompt", "chain.prompt",
                                   "hidden.prompt", "config.prompt", "up/above.prompt", "../../secret.txt"}) {
      INFO(name);
      const std::string told = read(files, "prompts/" + name);
      CHECK(told.find("error[outside-registry]") != std::string::npos);
      CHECK(told.find("outside\n") == std::string::npos);
    }
    CHECK(files.has("prompts/far.prompt"));
    const std::string listed = list(files, "prompts");
    CHECK(listed.find("prompts/far.prompt") != std::string::npos);
    CHECK(listed.find("prompts/up: error[outside-registry]: the link `prompts/up` leads to `../..`") !=
          std::string::npos);
  });
}

TEST_CASE("a link to nothing, or in a circle, is a fault and no missing file") {
  const Layout layout;
  layout.link("gone.prompt", "prompts/dangling.prompt");
  layout.link("round.prompt", "prompts/round.prompt");
  layout.link("second.prompt", "prompts/first.prompt");
  layout.link("first.prompt", "prompts/second.prompt");
  layout.each([](const Files& files, const std::string& where) {
    INFO(where);
    CHECK(read(files, "prompts/nothing.prompt") == "none");
    CHECK_FALSE(files.has("prompts/nothing.prompt"));
    CHECK(read(files, "prompts/dangling.prompt") ==
          "prompts/dangling.prompt: error[bad-link]: the link leads to `prompts/gone.prompt`, where nothing is\n");
    CHECK(read(files, "prompts/round.prompt") == "prompts/round.prompt: error[bad-link]: the link leads in a circle\n");
    CHECK(read(files, "prompts/first.prompt").find("in a circle") != std::string::npos);
  });
}

TEST_CASE("what git keeps is no part of the registry, by whatever path") {
  const Layout layout;
  write_text(layout.root / ".git/config", "token\n");
  write_text(layout.root / "prompts/.GIT/config", "token\n");
  const DiskFiles files(layout.root);
  for (const std::string name : {".git/config", "prompts/../.git/config", "prompts/.GIT/config", "./.git/config"}) {
    INFO(name);
    CHECK(read(files, name).find("error[outside-registry]") != std::string::npos);
  }
}

TEST_CASE("a folder is gone through once") {
  const Layout layout;
  layout.link("..", "prompts/loop");
  layout.link("../prompts/sub", "prompts/again");
  layout.each([](const Files& files, const std::string& where) {
    INFO(where);
    const std::string listed = list(files, "prompts");
    CHECK(
        listed.starts_with("prompts/a.prompt prompts/loop/promptctl.yaml prompts/loop/shared/c.prompt "
                           "prompts/sub/b.prompt\n"));
    CHECK(listed.find("prompts/again: warning[folder-twice]: the folder is read as `prompts/sub` already") !=
          std::string::npos);
  });
}

TEST_CASE("a folder in the place of a file is no file") {
  const Layout layout;
  write_text(layout.root / "prompts/odd.prompt/x.prompt", "four\n");
  layout.each([](const Files& files, const std::string& where) {
    INFO(where);
    CHECK(read(files, "prompts/odd.prompt") != "four\n");
    CHECK(read(files, "prompts/odd.prompt/x.prompt") == "four\n");
    CHECK(read(files, "prompts/a.prompt/b") == "none");
  });
}

TEST_CASE("a pipe, a device and a socket are no files, and nobody waits for them") {
  const Layout layout;
  REQUIRE(::mkfifo((layout.root / "prompts/pipe.prompt").c_str(), 0600) == 0);
  layout.link("/dev/zero", "prompts/zero.prompt");
  const DiskFiles files(layout.root);
  CHECK(read(files, "prompts/pipe.prompt") ==
        "prompts/pipe.prompt: error[not-a-file]: a pipe, a device or a socket, not a regular file\n");
  CHECK(read(files, "prompts/zero.prompt").find("outside-registry") != std::string::npos);
  CHECK(list(files, "prompts").find("prompts/pipe.prompt") != std::string::npos);
}

TEST_CASE("nothing is written through a link that leads out") {
  const Layout layout;
  layout.link("../../../new.txt", "golden");
  layout.link("../../secret.txt", "secret.txt");
  DiskFiles files(layout.root);
  CHECK_THROWS_AS(files.write("secret.txt", "x"), FileFault);
  CHECK_THROWS_AS(files.write("golden/s/cassette.jsonl", "x"), FileFault);
  CHECK(read_text(layout.folder.path() / "secret.txt") == "outside\n");
  files.write("golden2/s/cassette.jsonl", "x");
  CHECK(read_text(layout.root / "golden2/s/cassette.jsonl") == "x");
}

TEST_CASE("a file that the system takes a part of only is not written") {
  const Layout layout;
  DiskFiles files(layout.root);
  rlimit usual{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &usual) == 0);
  const rlimit small{1000, usual.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  CHECK_THROWS_AS(files.write("promptctl.yaml", std::string(1500, 'x')), Failure);
  setrlimit(RLIMIT_FSIZE, &usual);
  std::signal(SIGXFSZ, handler);
  CHECK(read_text(layout.root / "promptctl.yaml") == "format: 1\n");
}

TEST_CASE("files that were read are remembered by what git and Git LFS call their bytes") {
  const Layout layout;
  write_text(layout.root / "crlf.txt", "a\r\nb\r\n");
  const DiskFiles files(layout.root);
  read(files, "crlf.txt");
  read(files, "gone.txt");
  CHECK(files.files_read().at("crlf.txt").blob == "c30dea8a3641ea99b125d04d599d843712292759");
  CHECK(files.files_read().at("crlf.txt").sha256 == "58055bdcc73787eb88c78d36f0b4939e9c5dc1c3ad17e25cc85a6833cf1a0cab");
  CHECK(files.files_read().at("gone.txt").blob.empty());
}
