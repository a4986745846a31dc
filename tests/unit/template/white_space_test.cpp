#include "tests/support/catch.hpp"
#include "tests/unit/template/template_fixture.hpp"

using promptctl::template_testing::expand;
using promptctl::template_testing::TemplateCase;

namespace {

struct Row {
  TemplateCase given;
  std::string expected;
};

// Every expectation here is what Handlebars 4.7 prints.
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.given.text);
    CHECK(expand(row.given) == row.expected);
  }
}

}  // namespace

TEST_CASE("a tilde takes away all white space on its side") {
  check({
      {{"a \n {{~x~}} \n b", R"({"x": 1})"}, "a1b"},
      {{"a {{~x}} b", R"({"x": 1})"}, "a1 b"},
      {{"a {{x~}} b", R"({"x": 1})"}, "a 1b"},
      {{"a {{~{x}~}} b {{~&x~}} c", R"({"x": 1})"}, "a1b1c"},
      {{"a {{~! c ~}} b {{~!-- c --~}} d"}, "abd"},
      {{"a {{~#if x~}} b {{~else~}} c {{~/if~}} d", R"({"x": 1})"}, "abd"},
      {{"a {{~#if x~}} b {{~else~}} c {{~/if~}} d", R"({"x": 0})"}, "acd"},
      {{"a {{~> p~}} b", "{}", "{}", {{"p", " p "}}}, "a p b"},
  });
}

TEST_CASE("a line on which only a block's tag, an else or a comment stands disappears") {
  const std::string text = "a\n  {{#if x}}\n  b\n  {{else}}\n  c\n  {{/if}}\nd\n{{! e }}\n f\n";
  check({
      {{text, R"({"x": 1})"}, "a\n  b\nd\n f\n"},
      {{text, R"({"x": 0})"}, "a\n  c\nd\n f\n"},
      {{"{{#each l}}\n- {{this}}\n{{/each}}\nend", R"({"l": [1, 2]})"}, "- 1\n- 2\nend"},
      {{"{{#if x}}\r\n a\r\n{{/if}}\r\nb", R"({"x": 1})"}, " a\r\nb"},
      {{"a {{#if x}}\nb\n{{/if}} c", R"({"x": 1})"}, "a \nb\n c"},
      {{"{{#if x}}a{{/if}}\n{{#if x}}b{{/if}}\n", R"({"x": 1})"}, "a\nb\n"},
      {{"{{!-- a\n b --}}\nc"}, "c"},
      {{"  {{x}}  \n", R"({"x": 1})"}, "  1  \n"},
      {{"{{role \"user\"}}\nhi\n"}, "«role user»\nhi\n"},
  });
}

TEST_CASE("in a chain of else if the tags' lines go where Handlebars lets them go") {
  const std::string text = "a\n  {{#if x}}\n  b\n  {{else if y}}\n  c\n  {{else}}\n  d\n  {{/if}}\ne";
  check({
      {{text, R"({"x": 1, "y": 0})"}, "a\n  b\ne"},
      {{text, R"({"x": 0, "y": 1})"}, "a\n  c\ne"},
      {{text, R"({"x": 0, "y": 0})"}, "a\n  d\n  e"},
      {{"{{#if a}}A{{else if b}}B {{else}}D {{~/if}}|", R"({"a": 0, "b": 1})"}, "B|"},
      {{"{{#if a}}A{{else if b}}B {{~else if c}}C {{else}}D {{~/if}}|", R"({"a": 0, "b": 0, "c": 1})"}, "C|"},
  });
}

TEST_CASE("a partial alone on its line indents all its lines, those of values too") {
  const std::map<std::string, std::string> partials{{"p", "a\n{{x}}\n\nb\n"}, {"q", "[\n  {{> p}}\n]\n"}};
  check({
      {{"x\n  {{> p}}\ny", R"({"x": "1\n2"})", "{}", partials}, "x\n  a\n  1\n  2\n  \n  b\ny"},
      {{"x\n \t{{> q}}\ny", R"({"x": "1"})", "{}", partials}, "x\n \t[\n \t  a\n \t  1\n \t  \n \t  b\n \t]\ny"},
      {{"x\n  {{> p}} y", R"({"x": "1"})", "{}", partials}, "x\n  a\n1\n\nb\n y"},
      {{"  {{> m}}\n", "{}", "{}", {{"m", "{{role \"user\"}}hi\n{{history}}"}}}, "  «role user»hi\n  «history»"},
  });
}

TEST_CASE("behind front matter the body is trimmed, without it nothing is") {
  const auto parsed_from = [](std::size_t start) {
    promptctl::Diagnostics diagnostics;
    const auto parsed = promptctl::Template::parse(
        promptctl::template_testing::source_of("---\n---\n\n {{#if a}}\nx\n{{/if}}\n \n"), start, diagnostics);
    promptctl::template_testing::ShownOutput output;
    const promptctl::Value variables = promptctl::parse_json(R"({"a": 1})").value();
    CHECK(parsed->expand({.variables = variables}, output, diagnostics));
    return output.shown;
  };
  CHECK(parsed_from(8) == "x\n");
  CHECK(parsed_from(0) == "---\n---\n\nx\n \n");
}
