// Pull requests over real repositories, decided by the script of the GitHub action: one that makes a prompt worse is
// blocked, one that makes it better passes.

#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "document/yaml.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/program.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

const fs::path source = SOURCE_ROOT;

constexpr std::string_view front =
    "---\nmodel: openai/gpt-4o-mini\nconfig: {temperature: 0, maxOutputTokens: 5}\ninput: {schema: {ticket: "
    "string}}\n---\n"
    "{{role \"system\"}}\n";
constexpr std::string_view back = "{{role \"user\"}}\n{{ticket}}\n";
constexpr std::string_view shorter = "In one word: billing, delivery, returns or repairs?\n";
constexpr std::string_view with_example =
    "Sort e-mails to a furniture shop. Answer with the department that must act: billing, delivery, returns or "
    "repairs.\n"
    "For example: \"The door of order 77 came off\" is for repairs, and \"my card was charged for order 78\" is for "
    "billing.\n";

// The script of the action's step that decides.
std::string deciding_script() {
  Diagnostics faults;
  const auto action = read_yaml(
      std::make_shared<const Source>("action.yml", read_text(source / ".github/actions/promptctl/action.yml")), faults);
  REQUIRE(action);
  for (const Value& step : action->find("runs")->find("steps")->items) {
    const Value* id = step.find("id");
    if (id != nullptr && id->text == "gate") {
      return step.find("run")->text;
    }
  }
  FAIL("the action has no step `gate`");
  return {};
}

// A forge with a main branch, and a clone of it as CI checks it out.
class Forge {
 public:
  // `registry` is where in the repository the registry lies; empty: there is none.
  explicit Forge(const std::string& registry = ".")
      : registry_(registry),
        environment_(sandbox_environment(folder_.path() / "home")),
        git_(folder_.path(), environment_) {
    fs::create_directories(folder_.path() / "home");
    write_text(folder_.path() / "seed/.gitignore", ".promptctl/\n");
    if (!registry.empty()) {
      fs::create_directories(folder_.path() / "seed" / registry);
      fs::copy(source / "tests/examples/route", folder_.path() / "seed" / registry, fs::copy_options::recursive);
    }
    git({"init", "-q", "-b", "main", "seed"});
    commit("seed", "Sort e-mails");
    git({"clone", "-q", "--bare", "seed", "server.git"});
    git({"clone", "-q", "server.git", "ci"});
  }

  // A branch whose prompt has this instruction, as the pull request's head.
  void propose(const std::string& branch, std::string_view instruction) {
    git({"-C", "ci", "checkout", "-q", "-b", branch, "origin/main"});
    std::string text(front);
    text += instruction;
    text += back;
    write_text(folder_.path() / "ci" / registry_ / "prompts/support/route.prompt", text);
    commit("ci", "Change the prompt");
  }

  // A further file in the pull request.
  void add(const std::string& path, const std::string& text) {
    write_text(folder_.path() / "ci" / path, text);
    commit("ci", "Add a file");
  }

  struct Job {
    int exit_code = 0;
    std::string log, summary, outputs, markdown;
  };

  Job run_action(const std::string& inconclusive = "fail", const std::string& offline = "true") {
    write_text(folder_.path() / "outputs", "");
    write_text(folder_.path() / "summary", "");
    std::map<std::string, std::string> environment = environment_;
    const std::string binary = fs::path(PROMPTCTL_BINARY).parent_path().string();
    environment["PATH"] = binary + ":" + environment["PATH"];
    environment["RUNNER_TEMP"] = folder_.path().string();
    environment["GITHUB_OUTPUT"] = (folder_.path() / "outputs").string();
    environment["GITHUB_STEP_SUMMARY"] = (folder_.path() / "summary").string();
    environment["PROMPTCTL_CHANGED_SINCE"] = "origin/main";
    environment["PROMPTCTL_ENV"] = "";
    environment["PROMPTCTL_POLICY"] = "";
    environment["PROMPTCTL_OFFLINE"] = offline;
    environment["GITHUB_EVENT_NAME"] = "pull_request";
    environment["GITHUB_BASE_REF"] = "main";
    environment["PROMPTCTL_INCONCLUSIVE"] = inconclusive;
    const std::string script = "cd '" + (folder_.path() / "ci").string() + "'\n" + deciding_script();
    const ProgramOutput result = run_program({"/bin/bash", {"-eo", "pipefail", "-c", script}, environment, ""});
    return {result.exit_code, result.out + result.err, read_text(folder_.path() / "summary"),
            read_text(folder_.path() / "outputs"), read_text(folder_.path() / "promptctl-gate.md")};
  }

  void git(const std::vector<std::string>& arguments) { git_output(git_, arguments); }

 private:
  void commit(const std::string& clone, const std::string& message) {
    git({"-C", clone, "add", "-A"});
    git({"-C", clone, "commit", "-qm", message});
  }

  TemporaryFolder folder_;
  std::string registry_;
  std::map<std::string, std::string> environment_;
  GitExecutable git_;
};

}  // namespace

TEST_CASE("a pull request that makes a prompt worse is blocked", "[e2e]") {
  Forge forge;
  forge.propose("shorter", shorter);
  const Forge::Job job = forge.run_action();
  INFO(job.log);
  CHECK(job.exit_code == 1);
  CHECK(job.outputs.starts_with("outcome=rejected\n"));
  CHECK(job.log.find("::error file=prompts/support/route.prompt") != std::string::npos);
  CHECK(job.summary == job.markdown);
  CHECK(job.markdown.find("route-1003") != std::string::npos);
}

TEST_CASE("a pull request that makes a prompt better passes", "[e2e]") {
  Forge forge;
  forge.propose("example", with_example);
  const Forge::Job job = forge.run_action();
  INFO(job.log);
  CHECK(job.exit_code == 0);
  CHECK(job.outputs.starts_with("outcome=accepted\n"));
  CHECK(job.log.find("::error") == std::string::npos);
  CHECK(!job.summary.empty());
}

TEST_CASE("a pull request that touches no prompt passes, and one that can't be told does as it is asked", "[e2e]") {
  Forge forge;
  CHECK(forge.run_action().exit_code == 0);
  forge.propose("unheard", "Which department?\n");  // No reply of it is on the cassette.
  const Forge::Job blocked = forge.run_action();
  INFO(blocked.log);
  CHECK(blocked.exit_code == 3);
  CHECK(blocked.outputs.starts_with("outcome=inconclusive\n"));
  CHECK(forge.run_action("pass").exit_code == 0);
}

TEST_CASE("a folder that is no registry has those below it decided on, or none and fails", "[e2e]") {
  Forge forge("services/route");
  forge.propose("shorter", shorter);
  const Forge::Job job = forge.run_action();
  INFO(job.log);
  CHECK(job.exit_code == 1);
  CHECK(job.outputs.starts_with("outcome=rejected\n"));
  CHECK(job.log.find("::error file=services/route/prompts/support/route.prompt") != std::string::npos);
  CHECK(job.summary == job.markdown);

  forge.add("promptctl.yaml", "format: 1\n");  // A registry of the branch's own, in front of the one that it changes.
  const Forge::Job behind = forge.run_action();
  INFO(behind.log);
  CHECK(behind.exit_code == 1);

  forge.add("other/promptctl.yaml", "format: 1\n");  // What can't be told of one is worse than a rejection of another.
  forge.add("other/prompts/x.prompt", "---\nmodel: openai/gpt-4o-mini\n---\nHello\n");
  forge.add("other/golden/x/suite.yaml", "prompt: x\ncases: gone.jsonl\nassert: [{type: contains, value: x}]\n");
  const Forge::Job untold = forge.run_action("pass");
  INFO(untold.log);
  CHECK(untold.exit_code == 2);
  CHECK(untold.outputs.starts_with("outcome=error\n"));

  Forge empty("");
  const Forge::Job none = empty.run_action("pass");
  INFO(none.log);
  CHECK(none.exit_code == 2);
  CHECK(none.outputs.starts_with("outcome=error\n"));
  CHECK(none.log.find("error[no-registry]") != std::string::npos);
}

TEST_CASE("a job without a key fails, whatever becomes of what is inconclusive", "[e2e]") {
  Forge forge;
  forge.propose("shorter", shorter);
  const Forge::Job job = forge.run_action("pass", "false");
  INFO(job.log);
  CHECK(job.exit_code == 2);
  CHECK(job.outputs.starts_with("outcome=error\n"));
  CHECK(job.log.find("the environment variable OPENAI_API_KEY is not set") != std::string::npos);
}
