#include "eval/evaluation.hpp"

#include "tests/support/catch.hpp"

#include "eval/run_header.hpp"
#include "tests/support/faults.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/sqlite/sqlite_run_store.hpp"
#include "world/system/disk_files.hpp"
#include "world/system/terminal_progress.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

TEST_CASE("a resumed run counts what it keeps in every figure") {
  const TemporaryFolder folder;
  write_text(folder.path() / "prompts/p.prompt", "---\nmodel: openai/m\n---\nHi\n");
  write_text(folder.path() / "golden/s/suite.yaml",
             "prompt: p\ncases: c.jsonl\nassert: [{type: contains, value: fine}]\n");
  write_text(folder.path() / "golden/s/c.jsonl",
             "{\"id\": \"a\", \"output\": \"fine\"}\n{\"id\": \"b\", \"output\": \"bad\"}\n"
             "{\"id\": \"c\", \"output\": \"fine\"}\n{\"id\": \"d\", \"output\": \"fine\"}\n");
  const DiskFiles files(folder.path());
  Registry registry(files);
  Diagnostics diagnostics;
  const Project project = registry.require_project(diagnostics);
  const auto prepared = prepare_suite(registry, "s", project, {}, diagnostics);
  INFO(described(diagnostics));
  REQUIRE(prepared);
  const FixedClock clock;
  const RunHeader header = make_header(*prepared, {}, RunOrigin{"test", false, {}, clock.now()});
  SqliteRunStore store((folder.path() / "runs.db").string());
  store.begin(header);
  NoProgress progress;
  const NoInterruption interruption;
  RunStore::Verdicts kept{{{"a", "openai/m", 1}, true}, {{"b", "openai/m", 1}, false}, {{"c", "openai/m", 1}, {}}};
  EvaluationPorts ports{nullptr, nullptr, nullptr, store, clock, progress, interruption, {}, {}, std::move(kept)};
  const ProgressState state = evaluate(registry, {}, *prepared, header, ports).state;
  CHECK(state.done == 4);
  CHECK(state.kept == 3);
  CHECK(state.passed == 2);
  CHECK(state.failed == 1);
  CHECK(state.errors == 1);
}
