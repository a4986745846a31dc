// docs/commands: the help of each command as it is printed, so that it can be read and linked to. PROMPTCTL_ACCEPT=1
// writes them anew.

#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "cli/commands.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(SOURCE_ROOT) / "docs/commands";

std::string help_of(std::vector<std::string> words) {
  const std::map<std::string, std::string> environment;
  const FixedClock clock;
  const NoInterruption interruption;
  std::ostringstream out, err;
  words.emplace_back("--help");
  REQUIRE(cli::run(words, {out, err, folder.parent_path(), environment, clock, interruption}) ==
          cli::ExitCode::accepted);
  return out.str();
}

// The names below "Commands:".
std::vector<std::string> commands_below(const std::string& help) {
  const std::size_t start = help.find("\nCommands:\n");
  std::vector<std::string> names;
  if (start == std::string::npos) {
    return names;
  }
  std::istringstream lines(help.substr(start + std::string("\nCommands:\n").size()));
  const std::regex entry("  ([a-z-]+) .*");
  std::smatch fields;
  for (std::string line; std::getline(lines, line) && !line.empty();) {
    if (std::regex_match(line, fields, entry)) {
      names.push_back(fields[1]);
    }
  }
  return names;
}

std::string page_of(const std::string& name) {
  const std::string help = help_of({name});
  std::string page = "<!-- registry: empty -->\n# promptctl " + name + "\n\nAs `promptctl " + name +
                     " --help` prints it.\n\n```text\n" + help + "```\n";
  for (const std::string& inner : commands_below(help)) {
    page += "\n## " + inner + "\n\n```text\n" + help_of({name, inner}) + "```\n";
  }
  return page;
}

std::string index_page() {
  std::string page = "<!-- registry: empty -->\n# Commands\n\n| command | |\n|---|---|\n";
  for (const auto* command : cli::commands()) {
    const std::string name(command->name);
    page += "| [`" + name + "`](" + name + ".md) | " + std::string(command->summary) + " |\n";
  }
  return page;
}

std::map<std::string, std::string> pages() {
  std::map<std::string, std::string> all{{"README.md", index_page()}};
  for (const auto* command : cli::commands()) {
    all.emplace(std::string(command->name) + ".md", page_of(std::string(command->name)));
  }
  return all;
}

}  // namespace

TEST_CASE("docs: the pages of commands are what their help prints", "[docs]") {
  const auto all = pages();
  if (std::getenv("PROMPTCTL_ACCEPT") != nullptr) {
    fs::create_directories(folder);
    for (const auto& [name, text] : all) {
      write_text(folder / name, text);
    }
  }
  std::set<std::string> there;
  for (const auto& entry : fs::directory_iterator(folder)) {
    there.insert(entry.path().filename().string());
  }
  for (const auto& [name, text] : all) {
    INFO(name << " is not what its command prints: PROMPTCTL_ACCEPT=1 writes it");
    REQUIRE(there.erase(name) == 1);
    CHECK(read_text(folder / name) == text);
  }
  CHECK(there == std::set<std::string>());
}
