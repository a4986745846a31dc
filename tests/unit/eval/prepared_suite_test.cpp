#include "eval/prepared_suite.hpp"

#include "exchange/response_record.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/disk_files.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// What a suite asks for its one case under this promptctl.yaml.
Request asked_with(const TemporaryFolder& folder, const std::string& provider) {
  write_text(folder.path() / "promptctl.yaml",
             "format: 1\nproviders: {p: {base_url: 'http://127.0.0.1:1', " + provider + "}}\n");
  write_text(folder.path() / "prompts/p.prompt",
             "---\nmodel: p/m\nconfig: {temperature: 0.5, seed: 3, openai: {user: u}}\n---\nHi\n");
  write_text(folder.path() / "golden/s/suite.yaml",
             "prompt: p\ncases: c.jsonl\nassert: [{type: contains, value: x}]\n");
  write_text(folder.path() / "golden/s/c.jsonl", "{\"id\": \"a\"}\n");
  const DiskFiles files(folder.path());
  Registry registry(files);
  Diagnostics diagnostics;
  const Project project = registry.require_project(diagnostics);
  const auto prepared = prepare_suite(registry, "s", project, {}, diagnostics);
  INFO(described(diagnostics));
  REQUIRE(prepared);
  const auto cases = open_cases(registry, prepared->suite, diagnostics);
  Case golden;
  REQUIRE(cases->next(golden));
  const auto request = request_for(*prepared, golden, prepared->targets.front(), 1, diagnostics);
  REQUIRE(request);
  return *request;
}

}  // namespace

TEST_CASE("what a provider's entry omits is not asked for, and is another request") {
  const TemporaryFolder folder;
  const Request whole = asked_with(folder, "type: openai");
  CHECK(whole.parameters.temperature == 0.5);
  CHECK(compact_json(*whole.options.find("openai")) == R"({"user":"u"})");
  const Request omitted = asked_with(folder, "type: openai, omit: temperature");
  CHECK_FALSE(omitted.parameters.temperature);
  CHECK(omitted.parameters.seed == 3);
  CHECK(request_digest(omitted) != request_digest(whole));
  Request without_options = whole;
  without_options.options = Value();
  CHECK(request_digest(without_options) != request_digest(whole));
}
