// Holds the JSON Schemas of docs/ and the pages that name their fields to what the program prints.

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "document/json.hpp"
#include "report/change/change_report.hpp"
#include "schema/schema.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_changes.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/transcript.hpp"

namespace fs = std::filesystem;
using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

const fs::path root = SOURCE_ROOT;

// The worked example in a folder of its own.
class ExampleRegistry {
 public:
  ExampleRegistry() : player_(folder_.path()) {
    for (const std::string path : {"promptctl.yaml", "prompts", "golden"}) {
      run("copy " + path + " " + path);
    }
  }

  std::string run(const std::string& command) { return player_.run(command); }

 private:
  TemporaryFolder folder_;
  TranscriptPlayer player_;
};

void check_named(std::string_view name, const char* document) {
  INFO(document << " does not name `" << name << "`");
  CHECK(read_text(root / document).find(std::string("`").append(name).append("`")) != std::string::npos);
}

// The same schema, allowing no field that it does not name (as published it does, for later versions); and the names.
Value closed(Value schema, std::set<std::string>& names) {
  for (Field& field : schema.fields) {
    field.value = closed(std::move(field.value), names);
  }
  for (Value& item : schema.items) {
    item = closed(std::move(item), names);
  }
  if (const Value* properties = schema.find("properties")) {
    for (const Field& property : properties->fields) {
      names.insert(property.name);
    }
    schema.set("additionalProperties", boolean_value(false));
  }
  return schema;
}

}  // namespace

TEST_CASE("docs: run.schema.json describes the JSON of a run, and run-json.md names every field", "[docs]") {
  Diagnostics faults;
  const auto source = std::make_shared<const Source>("run.schema.json", read_text(root / "docs/run.schema.json"));
  std::set<std::string> names;
  const auto schema = Schema::compile(closed(read_json(source, faults).value_or(Value()), names), faults);
  REQUIRE(faults.all().empty());
  ExampleRegistry folder;
  for (const char* options : {"", " --suite triage", " --suite triage --repeat 2 --first 2"}) {
    const std::string printed = folder.run(std::string("promptctl eval --offline --json") + options);
    const auto json = parse_json(printed.substr(0, printed.rfind("[exit ")));
    REQUIRE(json);
    for (const Violation& violation : schema->validate(*json)) {
      FAIL_CHECK(violation.instance_pointer << " " << violation.message);
    }
  }
  std::ranges::for_each(names, [](const std::string& name) { check_named(name, "docs/run-json.md"); });
}

TEST_CASE("docs: diff.schema.json describes the JSON of diff and gate, and diff.md names every field", "[docs]") {
  Diagnostics faults;
  const auto source = std::make_shared<const Source>("diff.schema.json", read_text(root / "docs/diff.schema.json"));
  std::set<std::string> names;
  const auto schema = Schema::compile(closed(read_json(source, faults).value_or(Value()), names), faults);
  REQUIRE(faults.all().empty());
  for (const auto& changes : {std::vector<ChangeReport>(), sample_changes(), {hostile_change()}}) {
    std::ostringstream printed;
    find_change_format("json")->write(changes, {}, printed);
    const auto json = parse_json(printed.str());
    REQUIRE(json);
    for (const Violation& violation : schema->validate(*json)) {
      FAIL_CHECK(violation.instance_pointer << " " << violation.message);
    }
  }
  std::ranges::for_each(names, [](const std::string& name) { check_named(name, "docs/diff.md"); });
}

TEST_CASE("docs: report.schema.json describes the JSON of a report, and report.md names every field", "[docs]") {
  Diagnostics faults;
  const auto source = std::make_shared<const Source>("report.schema.json", read_text(root / "docs/report.schema.json"));
  std::set<std::string> names;
  const auto schema = Schema::compile(closed(read_json(source, faults).value_or(Value()), names), faults);
  REQUIRE(faults.all().empty());
  ExampleRegistry folder;
  folder.run("promptctl eval --offline --quiet");
  for (const char* options : {"", " --about cost --per-day 10000", " support/triage support/answer"}) {
    const std::string printed = folder.run(std::string("promptctl report --json") + options);
    const auto json = parse_json(printed.substr(0, printed.rfind("[exit ")));
    REQUIRE(json);
    for (const Violation& violation : schema->validate(*json)) {
      FAIL_CHECK(violation.instance_pointer << " " << violation.message);
    }
  }
  const std::string pages = read_text(root / "docs/report.md") + read_text(root / "docs/run-json.md");
  for (const std::string& name : names) {
    INFO(name);
    CHECK(pages.find("`" + name + "`") != std::string::npos);
  }
}
