#include "prompt/diff/prompt_diff.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "registry/registry.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/system/disk_files.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

using Rows = std::vector<std::string>;

PromptBundle bundle_of(const std::string& front_matter, const std::string& body = "Hi") {
  const TemporaryFolder folder;
  write_text(folder.path() / "prompts/p.prompt", "---\n" + front_matter + "---\n" + body + "\n");
  write_text(folder.path() / "prompts/_a.prompt", "A\n");
  write_text(folder.path() / "prompts/_b.prompt", "B\n");
  const DiskFiles files(folder.path());
  Diagnostics diagnostics;
  auto bundle = Registry(files).read_prompt("p", diagnostics);
  for (const Diagnostic& fault : diagnostics.all()) {
    INFO(describe(fault));
    CHECK(fault.severity == Severity::warning);
  }
  REQUIRE(bundle);
  return *bundle;
}

std::string row(const InterfaceChange& change) {
  const std::string_view impact = std::array{"", " ?", " !"}[static_cast<std::size_t>(change.impact)];
  return fmt::format("{}{} {}: {} > {}{}", "+-~"[static_cast<std::size_t>(change.change)], change.field, change.aspect,
                     change.before.value_or("(none)"), change.after.value_or("(none)"), impact);
}

Rows rows(const std::vector<InterfaceChange>& changes) {
  Rows all;
  std::ranges::transform(changes, std::back_inserter(all), row);
  return all;
}

// The changes between two input schemas, each in one line of YAML.
Rows input(const std::string& before, const std::string& after) {
  return rows(diff_prompts(bundle_of("input: " + before + "\n"), bundle_of("input: " + after + "\n")).interface.input);
}

Rows output(const std::string& before, const std::string& after) {
  return rows(
      diff_prompts(bundle_of("output: " + before + "\n"), bundle_of("output: " + after + "\n")).interface.output);
}

}  // namespace

TEST_CASE("contents with the same digest are identical and nothing differs") {
  const PromptDiff diff = diff_prompts(bundle_of("model: a/b\n"), bundle_of("model: a/b\n"));
  CHECK(diff.identical);
  CHECK_FALSE(diff.interface.changed);
  CHECK(diff.config.empty());
  CHECK(diff.partials.empty());
}

TEST_CASE("text alone changes no interface and no setting") {
  const PromptDiff diff = diff_prompts(bundle_of("model: a/b\n", "Hi"), bundle_of("model: a/b # fast\n", "Ho"));
  CHECK_FALSE(diff.identical);
  CHECK_FALSE(diff.interface.changed);
  CHECK(diff.config.empty());
}

TEST_CASE("an input that must now be given, takes less or is gone breaks callers") {
  CHECK(input("{schema: {a: string}}", "{schema: {a: string, b: integer}}") ==
        Rows{"+b field: (none) > integer, required !"});
  CHECK(input("{schema: {a: string, b: integer}}", "{schema: {a: string}}") ==
        Rows{"-b field: integer, required > (none) !"});
  CHECK(input("{schema: {a: string}}", "{schema: {a: integer}}") == Rows{"~a type: string > integer !"});
  CHECK(input("{schema: {a?: string}}", "{schema: {a: string}}") ==
        Rows{"~a type: string or null, optional > string, required !"});
  CHECK(input("{schema: {a(enum): [x, y]}}", "{schema: {a(enum): [x]}}") == Rows{"~a type: x, y > x !"});
  CHECK(input("{schema: {a: number}}", "{schema: {a: integer}}") == Rows{"~a type: number > integer !"});
}

TEST_CASE("an input that takes more, or may now be left out, is compatible") {
  CHECK(input("{schema: {a: string}}", "{schema: {a: string, b?: integer}}") ==
        Rows{"+b field: (none) > integer or null, optional"});
  CHECK(input("{schema: {a: string}}", "{schema: {a?: string}}") ==
        Rows{"~a type: string, required > string or null, optional"});
  CHECK(input("{schema: {a(enum): [x]}}", "{schema: {a(enum): [x, y]}}") == Rows{"~a type: x > x, y"});
  CHECK(input("{schema: {a(enum): [x]}}", "{schema: {a: string}}") == Rows{"~a type: x > string"});
  CHECK(input("{schema: {a: integer}}", "{schema: {a: number}}") == Rows{"~a type: integer > number"});
}

TEST_CASE("an output breaks callers by what it may newly give or leave out") {
  CHECK(output("{schema: {a(enum): [x]}}", "{schema: {a(enum): [x, y]}}") == Rows{"~a type: x > x, y !"});
  CHECK(output("{schema: {a(enum): [x, y]}}", "{schema: {a(enum): [x]}}") == Rows{"~a type: x, y > x"});
  CHECK(output("{schema: {a: integer}}", "{schema: {a: number}}") == Rows{"~a type: integer > number !"});
  CHECK(output("{schema: {a: string}}", "{schema: {a: string, b: string}}") ==
        Rows{"+b field: (none) > string, required"});
  CHECK(output("{schema: {a: string, b: string}}", "{schema: {a: string}}") ==
        Rows{"-b field: string, required > (none) !"});
  const std::string object = "{schema: {type: object, properties: {a: {type: string}}";
  CHECK(output(object + ", required: [a]}}", object + "}}") == Rows{"~a required: required > optional !"});
  CHECK(output(object + "}}", object + ", required: [a]}}") == Rows{"~a required: optional > required"});
}

TEST_CASE("the format of the reply breaks callers, and the fields of a schema that is new are listed") {
  CHECK(output("{format: text}", "{schema: {a: string}}") ==
        Rows{"~ format: text > json !", "+a field: (none) > string, required"});
  CHECK(output("{schema: {a: string}}", "{format: text}") ==
        Rows{"~ format: json > text !", "-a field: string, required > (none) !"});
}

TEST_CASE("fields of maps and of the items of lists are compared where they stand") {
  CHECK(input("{schema: {who: {name: string}, turns(array): {text: string}}}",
              "{schema: {who: {name: string, vip: boolean}, turns(array): {text: integer}}}") ==
        Rows{"+who.vip field: (none) > boolean, required !", "~turns[].text type: string > integer !"});
  CHECK(input("{schema: {tags(array): string}}", "{schema: {more?(array): string, tags: string}}") ==
        Rows{"~tags type: array > string !", "+more field: (none) > array of string or null, optional"});
}

TEST_CASE("a variable with a default need not be given") {
  CHECK(input("{schema: {a: string}}", "{schema: {a: string, b: string}, default: {b: x}}") ==
        Rows{"+b field: (none) > string, optional"});
  CHECK(input("{schema: {a: string}, default: {a: x}}", "{schema: {a: string}}") ==
        Rows{"~a required: optional > required !", "~a default: x > (none)"});
  CHECK(input("{schema: {a: string}, default: {a: x}}", "{schema: {a: string}, default: {a: y}}") ==
        Rows{"~a default: x > y"});
}

TEST_CASE("of a keyword that only sometimes matters, callers are told that it may") {
  const auto age = [](const std::string& more) {
    return "{schema: {type: object, properties: {age: {type: integer" + more + "}}}}";
  };
  CHECK(input(age(""), age(", maximum: 9")) == Rows{"~age maximum: (none) > 9 ?"});
  CHECK(input(age(", description: a"), age(", description: b")) == Rows{"~age description: a > b"});
  CHECK(input("{schema: {a: string}}", "{schema: {a: string, (*): any}}") ==
        Rows{"~ additionalProperties: false > {}"});
  CHECK(input("{schema: {a: string, (*): any}}", "{schema: {a: string}}") ==
        Rows{"~ additionalProperties: {} > false !"});
}

TEST_CASE("the gravest change decides the impact, and an order alone is a change without one") {
  const auto compared = [](const std::string& before, const std::string& after) {
    return diff_prompts(bundle_of("input: {schema: " + before + "}\n"), bundle_of("input: {schema: " + after + "}\n"))
        .interface;
  };
  CHECK(compared("{a: string}", "{b?: string, c: string}").impact() == CallerImpact::breaking);
  CHECK(compared("{a: string}", "{a: string, b?: string}").impact() == CallerImpact::compatible);
  const InterfaceDiff order = compared("{a: string, b: string}", "{b: string, a: string}");
  CHECK(order.changed);
  CHECK(order.input.empty());
  CHECK(order.impact() == CallerImpact::compatible);
}

TEST_CASE("every setting is compared") {
  const PromptBundle bare = bundle_of("{}\n");
  const PromptBundle full = bundle_of(
      "model: a/b\ndescription: words\npromptctl.owner: me\npromptctl.suite: s\npromptctl.stream: false\n"
      "promptctl.dataClass: public\n"
      "config: {temperature: 0.5, topP: 0.9, maxOutputTokens: 100, seed: 7, stopSequences: [x, \"y\\n\"]}\n");
  Rows changes;
  for (const ConfigChange& change : diff_prompts(bare, full).config) {
    changes.push_back(fmt::format("{}: {} > {}", change.key, compact_json(change.before), compact_json(change.after)));
  }
  CHECK(changes == Rows{"model: null > \"a/b\"", "temperature: null > 0.5", "topP: null > 0.9",
                        "maxOutputTokens: null > 100", "seed: null > 7", R"(stopSequences: null > ["x","y\n"])",
                        "stream: true > false", R"(dataClass: "internal" > "public")", "owner: null > \"me\"",
                        "suite: null > \"s\"", "description: null > \"words\""});
  CHECK(diff_prompts(full, full).config.empty());
}

TEST_CASE("partials come, go and change with the body that reaches them") {
  const PromptBundle a = bundle_of("model: a/b\n", "{{>a}}");
  const PromptBundle b = bundle_of("model: a/b\n", "{{>b}}");
  CHECK(diff_prompts(a, b).partials == std::vector<PartialChange>{{Change::removed, "a"}, {Change::added, "b"}});
  PromptBundle other = a;
  other.text.partials["a"] = "C\n";
  CHECK(diff_prompts(a, other).partials == std::vector<PartialChange>{{Change::changed, "a"}});
  CHECK(diff_prompts(a, a).partials.empty());
}
