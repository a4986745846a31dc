// What is committed is a property of what was read, not of the tree around it.

#include "world/git/git_repository.hpp"

#include <filesystem>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_tree_files.hpp"
#include "world/system/disk_files.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT
namespace fs = std::filesystem;

namespace {

struct Sandbox {
  TemporaryFolder folder;
  fs::path root = folder.path() / "r";
  std::map<std::string, std::string> environment = sandbox_environment(folder.path());
  GitExecutable git{root, environment};

  Sandbox() {
    write_text(root / "prompts/a.prompt", "one\ntwo\n");
    write_text(root / "cases.jsonl", "{}\n");
  }

  void commit(const std::vector<std::string>& init = {"init", "-q"}) {
    git_output(git, init);
    git_output(git, {"add", "-A"});
    git_output(git, {"commit", "-qm", "1"});
  }

  // The files, of those named, that the commit does not have as they are read now.
  std::string changed(const std::vector<std::string>& paths) const {
    const DiskFiles files(root);
    Diagnostics faults;
    for (const std::string& path : paths) {
      files.read(path, faults);
    }
    const auto state = GitRepository(root, environment).state(files.files_read());
    return state ? join(state->changed, " ") : "no git";
  }
};

const std::vector<std::string> both{"prompts/a.prompt", "cases.jsonl"};

}  // namespace

TEST_CASE("files that nobody read do not count") {
  Sandbox box;
  CHECK(box.changed(both) == "no git");
  box.commit();
  write_text(box.root / "report.xml", "new");
  write_text(box.root / "cases.jsonl", "{\"id\": \"x\"}\n");
  CHECK(box.changed({"prompts/a.prompt"}).empty());
  CHECK(box.changed(both) == "cases.jsonl");
}

TEST_CASE("a file that git is told not to look at counts as any other") {
  Sandbox box;
  write_text(box.root / ".gitignore", "ignored.jsonl\n");
  box.commit();
  git_output(box.git, {"update-index", "--assume-unchanged", "cases.jsonl"});
  git_output(box.git, {"update-index", "--skip-worktree", "prompts/a.prompt"});
  write_text(box.root / "cases.jsonl", "{\"id\": \"x\"}\n");
  write_text(box.root / "prompts/a.prompt", "three\n");
  write_text(box.root / "ignored.jsonl", "{}\n");
  CHECK(box.changed({"prompts/a.prompt", "cases.jsonl", "ignored.jsonl"}) ==
        "cases.jsonl ignored.jsonl prompts/a.prompt");
}

TEST_CASE("what is staged is not committed, and what is missing was not read") {
  Sandbox box;
  box.commit();
  write_text(box.root / "cases.jsonl", "{\"id\": \"x\"}\n");
  git_output(box.git, {"add", "-A"});
  fs::remove(box.root / "prompts/a.prompt");
  CHECK(box.changed(both) == "cases.jsonl prompts/a.prompt");
  CHECK(box.changed({"never.jsonl"}).empty());
}

TEST_CASE("line ends are a checkout's own") {
  Sandbox box;
  box.commit();
  write_text(box.root / "prompts/a.prompt", "one\r\ntwo\r\n");
  CHECK(box.changed(both).empty());
  git_output(box.git, {"add", "-A"});
  git_output(box.git, {"commit", "-qm", "with CR"});
  write_text(box.root / "prompts/a.prompt", "one\ntwo\n");
  CHECK(box.changed(both).empty());
  write_text(box.root / "prompts/a.prompt", "one\r\nthree\r\n");
  CHECK(box.changed(both) == "prompts/a.prompt");
}

TEST_CASE("what Git LFS puts in the place of its pointer is as committed") {
  Sandbox box;
  const std::string cases = "{\"id\": \"large\"}\n";
  write_text(box.root / "cases.jsonl", "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256(cases) +
                                           "\nsize " + std::to_string(cases.size()) + "\n");
  box.commit();
  write_text(box.root / "cases.jsonl", cases);
  CHECK(box.changed(both).empty());
  write_text(box.root / "cases.jsonl", cases + "\n");
  CHECK(box.changed(both) == "cases.jsonl");
}

TEST_CASE("a link that leads elsewhere than the commit's is a change, also to a committed file") {
  Sandbox box;
  write_text(box.root / "shared/x.prompt", "x\n");
  write_text(box.root / "shared/y.prompt", "y\n");
  fs::create_symlink("../shared/x.prompt", box.root / "prompts/link.prompt");
  box.commit();
  CHECK(box.changed({"prompts/link.prompt"}).empty());
  fs::remove(box.root / "prompts/link.prompt");
  fs::create_symlink("../shared/y.prompt", box.root / "prompts/link.prompt");
  CHECK(box.changed({"prompts/link.prompt"}) == "prompts/link.prompt");
}

TEST_CASE("a registry below the top of a repository is held against its own folder") {
  Sandbox box;
  write_text(box.root / "services/shop/cases.jsonl", "{\"id\": \"shop\"}\n");
  box.commit();
  const DiskFiles files(box.root / "services/shop");
  Diagnostics faults;
  files.read("cases.jsonl", faults);
  CHECK(GitRepository(box.root / "services/shop").state(files.files_read())->changed.empty());
}

TEST_CASE("a file of a submodule is as committed in the commit of it that is meant") {
  Sandbox box;
  const fs::path shared = box.folder.path() / "shared";
  write_text(shared / "cases.jsonl", "{\"id\": \"s\"}\n");
  const GitExecutable other(shared, box.environment);
  git_output(other, {"init", "-q"});
  git_output(other, {"add", "-A"});
  git_output(other, {"commit", "-qm", "1"});
  git_output(box.git, {"init", "-q"});
  git_output(box.git, {"-c", "protocol.file.allow=always", "submodule", "add", "-q", shared.string(), "golden/s"});
  box.commit();
  CHECK(box.changed({"golden/s/cases.jsonl"}).empty());
  write_text(box.root / "golden/s/cases.jsonl", "{}\n");
  CHECK(box.changed({"golden/s/cases.jsonl"}) == "golden/s/cases.jsonl");
  const GitExecutable inside(box.root / "golden/s", box.environment);
  git_output(inside, {"commit", "-qam", "2"});
  CHECK(box.changed({"golden/s/cases.jsonl"}) == "golden/s/cases.jsonl");
  git_output(box.git, {"commit", "-qam", "the new one"});
  CHECK(box.changed({"golden/s/cases.jsonl"}).empty());
}

TEST_CASE("a sparse, partial clone is read") {
  Sandbox box;
  box.commit();
  git_output(box.git, {"config", "uploadpack.allowFilter", "true"});
  const fs::path clone = box.folder.path() / "clone";
  git_output(GitExecutable(box.folder.path(), box.environment),
             {"clone", "-q", "--filter=blob:none", "--sparse", "file://" + box.root.string(), clone.string()});
  git_output(GitExecutable(clone, box.environment), {"sparse-checkout", "set", "prompts"});
  const DiskFiles files(clone);
  Diagnostics faults;
  files.read("prompts/a.prompt", faults);
  const auto state = GitRepository(clone, box.environment).state(files.files_read());
  REQUIRE(state);
  CHECK(state->changed.empty());
  CHECK(state->commit.size() == 40);
}

TEST_CASE("a repository whose format libgit2 does not know is none, and what needs it says so") {
  Sandbox box;
  box.commit({"init", "-q", "--object-format=sha256"});
  CHECK(box.changed(both) == "no git");
  CHECK_FALSE(GitRepository(box.root).top());
  try {
    resolve_commit(box.root, "HEAD");
    FAIL("nothing was thrown");
  } catch (const Failure& failure) {
    CHECK(std::string(failure.what()).find("libgit2 does not know the format of the git repository here") !=
          std::string::npos);
  }
}
