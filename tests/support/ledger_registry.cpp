#include "tests/support/ledger_registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "document/json.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"

namespace promptctl::testing {
namespace {

std::string text_in(const Value& map, const char* name) {
  const Value* value = map.find(name);
  return value == nullptr ? std::string() : value->text;
}

std::string line_of(const Value& event) {
  const std::string actor = text_in(event, "actor");
  const std::string environment = text_in(event, "environment");
  return fmt::format("{} {} {}@{}{}, {}", event.find("seq")->number(), text_in(event, "type"), text_in(event, "prompt"),
                     event.find("version")->number(), environment.empty() ? "" : " " + environment,
                     actor.substr(0, actor.find(" <")));
}

}  // namespace

Errand LedgerRegistry::errand(const std::vector<std::string>& arguments, const std::string& who) const {
  Errand errand{folder, arguments, environment};
  errand.environment["GIT_AUTHOR_NAME"] = who;
  return errand;
}

void LedgerRegistry::commit_prompts(int count) const {
  write_text(folder / "promptctl.yaml", "format: 1\nenvironments: {staging: , production: }\n");
  for (int number = 1; number <= count; ++number) {
    write_text(folder / fmt::format("prompts/p{}.prompt", number), fmt::format("Prompt {}.\n", number));
  }
  git_output(git(), {"add", "-A"});
  git_output(git(), {"commit", "-qm", "prompts"});
}

std::string LedgerRegistry::commit_content(const std::string& text) const {
  write_text(folder / "prompts/p1.prompt", text + "\n");
  git_output(git(), {"commit", "-qam", text});
  return git_output(git(), {"rev-parse", "HEAD"});
}

std::vector<std::string> LedgerRegistry::log() const {
  const Finished finished = run({"log", "--json"});
  if (finished.exit_code != 0) {
    throw std::runtime_error("promptctl log: " + finished.output);
  }
  std::vector<std::string> lines;
  const auto report = parse_json(finished.output);
  for (const Value& event : report->find("events")->items) {
    lines.push_back(line_of(event));
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

long long LedgerRegistry::last_event() const {
  return parse_integer(log().back().substr(0, log().back().find(' '))).value_or(0);
}

}  // namespace promptctl::testing
