#include "world/git/git_renames.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

TEST_CASE("files of a registry below the top are told by what they were called, tracked or not") {
  const TemporaryFolder folder;
  const auto top = folder.path() / "r";
  const GitExecutable git(top, sandbox_environment(folder.path()));
  const auto registry = top / "services/shop";
  const std::string text = "Answer in one word, and say nothing else.\nBe brief.\nBe kind.\n";
  write_text(registry / "prompts/a.prompt", text);
  write_text(registry / "prompts/b.prompt", text + text + "Of another kind.\n");
  write_text(top / "services/blog/c.prompt", "Nothing that is like the others, here.\n");
  git_output(git, {"init", "-q"});
  git_output(git, {"add", "-A"});
  git_output(git, {"commit", "-qm", "1"});
  CHECK(renamed_files(registry, "HEAD").empty());
  git_output(git, {"mv", "services/shop/prompts/a.prompt", "services/shop/prompts/d.prompt"});
  write_text(registry / "prompts/d.prompt", text + "And polite.\n");
  std::filesystem::rename(registry / "prompts/b.prompt", registry / "prompts/e.prompt");  // git does not know of it.
  std::filesystem::rename(top / "services/blog/c.prompt", top / "services/blog/f.prompt");
  CHECK(renamed_files(registry, "HEAD") == std::map<std::string, std::string>{
                                               {"prompts/d.prompt", "prompts/a.prompt"},
                                               {"prompts/e.prompt", "prompts/b.prompt"},
                                           });
}
