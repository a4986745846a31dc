#include "document/yaml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string json_of(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto value = read_yaml(source_of(yaml), diagnostics);
  return value && diagnostics.all().empty() ? compact_json(*value) : described(diagnostics);
}

}  // namespace

TEST_CASE("plain scalars follow YAML 1.2's core schema, quoted ones are text") {
  CHECK(json_of("[1, 1.50, 0x1F, 0o17, +3, -4, 1e3, .5, 1.]") == "[1,1.5,31,15,3,-4,1000,0.5,1]");
  CHECK(json_of("[true, False, null, ~, ]") == "[true,false,null,null]");
  CHECK(json_of("[yes, on, n, 0123, 1_000, 12:30, .inf, '1', \"true\", !!str 5]") ==
        R"(["yes","on","n","0123","1_000","12:30",".inf","1","true","5"])");
  CHECK(json_of("a: |\n  one\n  two\nb: >\n  x\n  y\n") == R"({"a":"one\ntwo\n","b":"x y\n"})");
}

TEST_CASE("what a number or a boolean was written as is kept where it is another text") {
  Diagnostics diagnostics;
  const auto list = read_yaml(source_of("[3.10, 1e3, 0x1F, +5, 5., True, 3.1, -7, 007, true, ~, '3.10']"), diagnostics);
  REQUIRE(list);
  std::string texts;
  std::string numbers;
  for (const Value& item : list->items) {
    texts += written_text(item) + " ";
    numbers += display_text(item) + " ";
  }
  CHECK(texts == "3.10 1e3 0x1F +5 5. True 3.1 -7 007 true  3.10 ");
  CHECK(numbers == "3.1 1000 31 5 5 true 3.1 -7 007 true  3.10 ");
  CHECK(same(list->items[0], list->items[6]));
  CHECK(list->items[6].written.empty());
}

TEST_CASE("a key may end in a question mark, in flow style too, as in Picoschema") {
  CHECK(json_of("{a?: string, b_2?: {c?: 'd?: e'}, f: what?}") ==
        R"({"a?":"string","b_2?":{"c?":"d?: e"},"f":"what?"})");
}

TEST_CASE("an empty document is null") {
  CHECK(json_of("") == "null");
  CHECK(json_of("# nothing\n") == "null");
}

TEST_CASE("keys written twice, merge keys, foreign tags and second documents are faults at their place") {
  CHECK(json_of("a: 1\nb: 2\na: 3\n") == "file:3:1: error[duplicate-key]: `a` is written twice\n    a: 3\n    ^\n");
  CHECK(json_of("a: &x {b: 1}\nc:\n  <<: *x\n") ==
        "file:3:3: error[unsupported-yaml]: merge keys (`<<`) are not part of YAML 1.2\n"
        "      <<: *x\n      ^\n  hint: write the keys out\n");
  CHECK(json_of("a: !ruby/object {}\n").empty() == false);
  CHECK_FALSE(json_of(",,").empty());  // yaml-cpp's own LoadAll never ends on this.
  CHECK(json_of("a: 1\n---\nb: 2\n") ==
        "file:2:1: error[unsupported-yaml]: more text after the end of the document\n    ---\n    ^\n");
}

TEST_CASE("broken YAML is a fault where it breaks") {
  CHECK(json_of("a: [1, 2\nb: 3\n") ==
        "file:2:2: error[yaml-syntax]: end of sequence flow not found\n    b: 3\n     ^\n");
}

TEST_CASE("aliases that expand beyond all measure end the reading") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 9; ++level) {
    const std::string before = "*a" + std::to_string(level - 1);
    std::string line = "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + before;
    for (int copy = 0; copy < 8; ++copy) {
      line += ", " + before;
    }
    bomb += line + "]\n";
  }
  CHECK(json_of(bomb).find("error[yaml-aliases]: the document's aliases expand to too many values") !=
        std::string::npos);
}

TEST_CASE("a part of a file keeps the file's places") {
  const auto source = source_of("---\nname: x\nbad: [\n---\nbody");
  Diagnostics diagnostics;
  read_yaml(source, source->text().substr(4, 15), diagnostics);
  CHECK(described(diagnostics).rfind("file:4:1: error[yaml-syntax]", 0) == 0);
}
