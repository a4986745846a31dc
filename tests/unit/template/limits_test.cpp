#include "tests/support/catch.hpp"
#include "tests/unit/template/template_fixture.hpp"

using promptctl::ExpansionLimits;
using promptctl::template_testing::expand;
using promptctl::template_testing::expand_case;
using promptctl::template_testing::faults_of;
using promptctl::template_testing::TemplateCase;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

TemplateCase limited(std::string text, ExpansionLimits limits, std::map<std::string, std::string> partials = {}) {
  return {
      std::move(text), R"({"l": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "x": "ten bytes."})", "{}", std::move(partials), {},
      limits};
}

}  // namespace

TEST_CASE("a hundred blocks may stand in each other, and no more") {
  const auto nested = [](int depth) { return repeated("{{#if x}}\n", depth) + "y\n" + repeated("{{/if}}\n", depth); };
  CHECK(expand({nested(100), R"({"x": 1})"}) == "y\n");
  CHECK(faults_of({nested(101)}) ==
        "a.prompt:101:1: error[too-deep]: more than 100 blocks, one in the other\n"
        "    {{#if x}}\n"
        "    ^\n");
}

TEST_CASE("hostile templates cost at most a hundred faults") {
  const auto count = [](const std::string& text) {
    promptctl::Diagnostics diagnostics;
    CHECK_FALSE(promptctl::Template::parse(promptctl::template_testing::source_of(text), 0, diagnostics));
    return diagnostics.errors();
  };
  CHECK(count(repeated("{{#if a}}", 100000)) == 1);
  CHECK(count(repeated("{{#if a}}{{else if b}}", 100000)) == 1);
  CHECK(count(repeated("{{/if}}", 100000)) == 100);
  CHECK(count(repeated("{{ ", 100000)) == 100);
  CHECK(count(repeated("{{{{", 100000)) == 1);
  CHECK(count(repeated("{{else}}", 100000)) == 100);
  CHECK(count(repeated("{{\"}}", 99999)) == 1);
  CHECK(count(repeated("{{[", 100000)) == 100);
  CHECK(count("{{json " + repeated("(json ", 100000) + "}}") == 1);
  CHECK(count("{{" + repeated("a.", 100000) + "}}") == 1);
  CHECK(count(repeated("{{!-- ", 100000)) == 1);
}

TEST_CASE("long templates without a fault are read in one go") {
  promptctl::Diagnostics diagnostics;
  const auto parsed = promptctl::Template::parse(
      promptctl::template_testing::source_of(repeated("{{a}}\n{{!----}}\\{{b}}{{#if c}}{{/if}}", 20000)), 0,
      diagnostics);
  REQUIRE(parsed);
  CHECK(parsed->variables().size() == 40000);
}

TEST_CASE("a partial without an end is stopped at the limit of depth") {
  CHECK(expand_case(limited("{{> p}}", {.depth = 20}, {{"p", "x{{> p}}"}})).diagnostics ==
        "_p.prompt:1:2: error[too-deep]: more than 20 blocks and partials, one in the other\n"
        "    x{{> p}}\n"
        "     ^\n"
        "  hint: a partial that contains itself needs an end\n");
  CHECK(expand_case(limited("{{> p}}", {}, {{"p", "{{#if x}}{{> p}}{{/if}}"}})).text == "fault");
}

TEST_CASE("a partial that doubles itself is stopped by the number of steps") {
  CHECK(expand_case(limited("{{> p}}", {.depth = 100, .steps = 1000},
                            {{"p", "{{#if ok}}{{else}}{{/if}}{{#each l}}{{> q}}{{/each}}"},
                             {"q", "{{#each @root.l}}{{#each @root.l}}.{{/each}}{{/each}}"}}))
            .diagnostics ==
        "_q.prompt:1:21: error[too-many-steps]: the template takes more than 1000 steps to expand\n"
        "    {{#each @root.l}}{{#each @root.l}}.{{/each}}{{/each}}\n"
        "                        ^\n");
}

TEST_CASE("output is stopped at its limit, indentation and media counted") {
  const std::string fault = "a.prompt:1:1: error[output-too-large]: the template expands to more than 100 bytes\n";
  CHECK(expand(limited("{{#each l}}{{@root.x}}{{/each}}", {.output_bytes = 100})) == repeated("ten bytes.", 10));
  CHECK(expand_case(limited("{{#each l}}{{@root.x}}{{/each}}.", {.output_bytes = 100})).diagnostics ==
        fault + "    {{#each l}}{{@root.x}}{{/each}}.\n    ^\n");
  CHECK(expand_case(limited("\n{{#each l}}{{media url=@root.x}}{{/each}}", {.output_bytes = 100})).text == "fault");
  CHECK(expand_case(limited(repeated(" ", 50) + "{{> p}}\n", {.output_bytes = 100}, {{"p", "a\nb\nc\n"}})).text ==
        "fault");
}
