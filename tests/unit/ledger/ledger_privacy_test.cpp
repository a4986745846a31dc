// Git's history can't be erased: what models said and what cases hold must never come into the ledger.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "base/text.hpp"
#include "document/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

namespace fs = std::filesystem;
using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

constexpr std::size_t shortest = 13;  // Shorter ones are words, which may stand in any prompt.

// Every text in a value.
void collect_texts(const Value& value, std::set<std::string>& texts) {
  if (value.is_text() && value.text.size() >= shortest) {
    texts.insert(value.text);
  }
  for (const Value& item : value.items) {
    collect_texts(item, texts);
  }
  for (const Field& field : value.fields) {
    collect_texts(field.value, texts);
  }
}

// Inputs and expectations of the cases of every suite; ids, tags and groups are names.
std::set<std::string> case_texts(const fs::path& golden) {
  std::set<std::string> texts;
  for (const auto& suite : fs::directory_iterator(golden)) {
    const std::string cases = read_text(suite.path() / "cases.jsonl");
    for (const std::string_view line : split(cases, '\n')) {
      const Value golden_case = parse_json(line).value_or(Value());
      for (const char* part : {"vars", "expected", "history", "context", "output", "assert"}) {
        const Value* value = golden_case.find(part);
        collect_texts(value == nullptr ? Value() : *value, texts);
      }
    }
  }
  return texts;
}

// What the models answered, and what assertions quote of it.
std::set<std::string> reply_texts(const Value& report) {
  std::set<std::string> texts;
  for (const Value& run : report.items) {
    for (const Value& result : run.find("results")->items) {
      collect_texts(*result.find("output"), texts);
      for (const Value& assertion : result.find("assertions")->items) {
        collect_texts(*assertion.find("reason"), texts);
      }
    }
  }
  return texts;
}

// What the ledger may say: the prompts themselves, and names.
std::string public_text(const fs::path& registry) {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(registry / "prompts")) {
    text += entry.is_regular_file() ? read_text(entry.path()) : "";
  }
  for (const auto& suite : fs::directory_iterator(registry / "golden")) {
    const std::string cases = read_text(suite.path() / "cases.jsonl");
    for (const std::string_view line : split(cases, '\n')) {
      const Value golden_case = parse_json(line).value_or(Value());
      for (const char* part : {"id", "tags", "group"}) {
        const Value* value = golden_case.find(part);
        text += value == nullptr ? "" : display_text(*value) + "\n";
      }
    }
  }
  return text;
}

// Those that are said in no public text.
std::set<std::string> secret_of(const std::set<std::string>& texts, const std::string& known) {
  std::set<std::string> secret;
  std::copy_if(texts.begin(), texts.end(), std::inserter(secret, secret.end()),
               [&known](const std::string& text) { return known.find(text) == std::string::npos; });
  return secret;
}

// Every file of every commit of the ledger, and what is written on the commits.
std::string everything_in_ledger(const GitExecutable& git) {
  std::string all = git_output(git, {"log", "--format=%an%ae%B", "promptctl-ledger"});
  const std::string objects = git_output(git, {"rev-list", "--objects", "--no-object-names", "promptctl-ledger"});
  for (const std::string_view object : split(objects, '\n')) {
    if (git_output(git, {"cat-file", "-t", std::string(object)}) == "blob") {
      all += git_output(git, {"cat-file", "blob", std::string(object)}) + "\n";
    }
  }
  return all;
}

std::vector<std::string> found_in(const std::string& all, const std::set<std::string>& texts) {
  std::vector<std::string> found;
  for (const std::string& text : texts) {
    std::string escaped;
    append_json_text(escaped, text);
    const bool is_there =
        all.find(text) != std::string::npos || all.find(escaped.substr(1, escaped.size() - 2)) != std::string::npos;
    if (is_there) {
      found.push_back(text);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("no text of a case and no reply comes into the ledger", "[ledger]") {
  const TemporaryFolder folder;
  TranscriptPlayer player(folder.path());
  for (const std::string path : {"promptctl.yaml", "prompts", "golden"}) {
    player.run("copy " + path + " w/" + path);
  }
  for (const char* command : {"git init -q -b main w", "git -C w add -A", "git -C w commit -qm example"}) {
    player.run(command);
  }
  player.run("promptctl -C w eval --offline -o ../e.intoto.jsonl -o ../report.json");
  const std::string registered = player.run("promptctl -C w register --changed --evidence ../e.intoto.jsonl");
  INFO(registered);
  REQUIRE(registered.find("[exit 0]") != std::string::npos);

  const std::string known = public_text(folder.path() / "w");
  const Value report = parse_json(read_text(folder.path() / "report.json")).value();
  const std::set<std::string> cases = secret_of(case_texts(folder.path() / "w/golden"), known);
  const std::set<std::string> replies = secret_of(reply_texts(report), known);
  REQUIRE(cases.size() > 100);
  REQUIRE(replies.size() > 100);
  const GitExecutable git(folder.path() / "w", sandbox_environment(folder.path()));
  const std::string all = everything_in_ledger(git);
  CHECK(all.find("urn:promptctl:evaluation:v1") != std::string::npos);
  CHECK(found_in(all, cases) == std::vector<std::string>());
  CHECK(found_in(all, replies) == std::vector<std::string>());
}
