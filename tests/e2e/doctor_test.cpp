// What `doctor` finds depends on the machine's git: only what it must say anywhere is held here.

#include <map>

#include "document/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

struct Examination {
  std::map<std::string, std::string> levels;  // by subject
  std::string end;                            // "[exit 0]"
};

Examination examine(TranscriptPlayer& player, const std::string& folder) {
  const std::string printed = player.run("promptctl -C " + folder + " doctor --json");
  const std::size_t end = printed.rfind("[exit ");
  const auto json = parse_json(printed.substr(0, end));
  REQUIRE(json);
  Examination examination{{}, printed.substr(end)};
  for (const Value& finding : json->find("findings")->items) {
    examination.levels[finding.find("subject")->text] = finding.find("level")->text;
  }
  return examination;
}

}  // namespace

TEST_CASE("doctor says what is missing, from no repository to a remote that can be pushed to", "[e2e]") {
  const TemporaryFolder folder;
  TranscriptPlayer player(folder.path());
  write_text(folder.path() / "w/prompts/p.prompt", "Hello\n");
  write_text(folder.path() / "w/promptctl.yaml", "format: 1\nenvironments: {staging: }\n");
  Examination found = examine(player, "w");
  CHECK(found.levels["repository"] == "FAULT");
  CHECK(found.end == "[exit 1]\n");

  player.run("git init -q -b main w");
  player.run("git -C w add -A");
  player.run("git -C w commit -qm first");
  found = examine(player, "w");
  CHECK(found.levels["registry"] == "ok");
  CHECK(found.levels["actor"] == "ok");
  CHECK(found.levels["remote"] == "note");
  CHECK(found.end == "[exit 0]\n");

  player.run("git -C w remote add origin ../nowhere.git");
  found = examine(player, "w");
  CHECK(found.levels["remote"] == "FAULT");
  CHECK(found.end == "[exit 1]\n");

  player.run("git init -q --bare -b main nowhere.git");
  player.run("git -C w push -q origin main");
  player.run("promptctl -C w register p");
  found = examine(player, "w");
  CHECK(found.levels["remote"] == "ok");
  CHECK(found.levels["push"] == "ok");
  CHECK(found.levels["protection"] == "note");
  CHECK(found.end == "[exit 0]\n");

  player.run("clock 2025-01-01T00:00:00Z");
  CHECK(examine(player, "w").levels["clock"] == "FAULT");
  CHECK(player.run("GIT_AUTHOR_NAME= GIT_AUTHOR_EMAIL= promptctl -C w doctor").find("FAULT  actor") !=
        std::string::npos);
}
