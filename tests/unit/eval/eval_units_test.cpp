#include "eval/eval_units.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/disk_files.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

TEST_CASE("cases that change between being checked and being asked are noticed") {
  const TemporaryFolder folder;
  write_text(folder.path() / "promptctl.yaml",
             "format: 1\nproviders: {openai: {type: openai, base_url: 'http://127.0.0.1:1/v1'}}\n");
  write_text(folder.path() / "prompts/p.prompt", "---\nmodel: openai/m\n---\n{{q}}\n");
  write_text(folder.path() / "golden/s/suite.yaml",
             "prompt: p\ncases: c.jsonl\nassert: [{type: contains, value: x}]\n");
  write_text(folder.path() / "golden/s/c.jsonl", "{\"id\": \"a\", \"vars\": {\"q\": \"1\"}}\n");
  const DiskFiles files(folder.path());
  Registry registry(files);
  Diagnostics diagnostics;
  const Project project = registry.require_project(diagnostics);
  const auto prepared = prepare_suite(registry, "s", project, {}, diagnostics);
  INFO(described(diagnostics));
  REQUIRE(prepared);
  const auto has_changed = [&] {
    EvalUnits units(registry, *prepared);
    for (EvalUnit unit; units.next(unit);) {
    }
    return units.has_changed();
  };
  CHECK_FALSE(has_changed());
  write_text(folder.path() / "golden/s/c.jsonl", "{\"id\": \"a\", \"vars\": {\"q\": \"2\"}}\n");
  CHECK(has_changed());
}
