// Offline runs are functions of their inputs.

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

using namespace promptctl::testing;  // NOLINT: tests read better so.

TEST_CASE("two offline runs print the same bytes, in every format") {
  const TemporaryFolder folder;
  TranscriptPlayer player(folder.path());
  player.run("promptctl init");
  for (const char* format : {"console", "json", "jsonl", "csv", "junit", "in-toto"}) {
    INFO(format);
    const std::string line = std::string("promptctl eval --offline --format ") + format;
    const std::string once = player.run(line);
    CHECK(once.find("[exit 0]") != std::string::npos);
    CHECK(player.run(line) == once);
  }
}

TEST_CASE("the prompt's content decides its digest, its name and line ends do not") {
  const TemporaryFolder folder;
  TranscriptPlayer player(folder.path());
  const auto digest = [&](const std::string& path, const std::string& text) {
    write_text(folder.path() / path, text);
    write_text(folder.path() / "golden/s/suite.yaml",
               "prompt: " + path.substr(8, path.size() - 15) + "\ncases: c.yaml\nassert: [{type: equals, value: x}]\n");
    write_text(folder.path() / "golden/s/c.yaml", "- {id: a, output: x}\n");
    const std::string out = player.run("promptctl eval --offline --json");
    return out.substr(out.find("\"prompt\""), 200).substr(out.substr(out.find("\"prompt\""), 200).find("digest"), 75);
  };
  const std::string first = digest("prompts/a.prompt", "---\nmodel: openai/m\n---\nHi\n");
  CHECK(first.size() == 75);
  CHECK(digest("prompts/b.prompt", "---\r\nmodel: openai/m\r\n---\r\nHi\r\n") == first);
  CHECK(digest("prompts/c.prompt", "---\nmodel: openai/n\n---\nHi\n") != first);
}
