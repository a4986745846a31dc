#include "tests/support/catch.hpp"
#include "tests/unit/template/template_fixture.hpp"

using promptctl::Diagnostics;
using promptctl::expand_text;
using promptctl::Template;
using promptctl::Value;
using promptctl::template_testing::described;
using promptctl::template_testing::expand;
using promptctl::template_testing::expand_case;
using promptctl::template_testing::faults_of;

TEST_CASE("every path that leads nowhere is a fault at its place, with what it may have been") {
  CHECK(faults_of({"{{nane}} {{customer.nane}}\n{{customer.name.first}} {{tickets.id}} {{tone}}",
                   R"({"name": "Ann", "customer": {"name": "Bo"}, "tickets": []})"}) ==
        "a.prompt:1:3: error[undefined-variable]: there is no variable `nane`\n"
        "    {{nane}} {{customer.nane}}\n"
        "      ^\n"
        "  hint: did you mean `name`?\n"
        "a.prompt:1:12: error[undefined-variable]: `customer` has no `nane`\n"
        "    {{nane}} {{customer.nane}}\n"
        "               ^\n"
        "  hint: did you mean `name`?\n"
        "a.prompt:2:3: error[undefined-variable]: `customer.name` is text and has no `first`\n"
        "    {{customer.name.first}} {{tickets.id}} {{tone}}\n"
        "      ^\n"
        "a.prompt:2:27: error[undefined-variable]: `tickets` is a list and has no `id`\n"
        "    {{customer.name.first}} {{tickets.id}} {{tone}}\n"
        "                              ^\n"
        "  hint: {{#each tickets}} goes through its items\n"
        "a.prompt:2:42: error[undefined-variable]: there is no variable `tone`\n"
        "    {{customer.name.first}} {{tickets.id}} {{tone}}\n"
        "                                             ^\n"
        "  hint: give it a value or a default, or declare it optional: `tone?`\n");
}

TEST_CASE("in a loop one place is reported once, and a name further out is offered") {
  CHECK(faults_of(
            {"{{#each items}}{{tone}}{{../../x}}{{/each}}", R"({"items": [{"id": 1}, {"id": 2}], "tone": "kind"})"}) ==
        "a.prompt:1:18: error[undefined-variable]: there is no `tone` here\n"
        "    {{#each items}}{{tone}}{{../../x}}{{/each}}\n"
        "                     ^\n"
        "  hint: did you mean `../tone`?\n"
        "a.prompt:1:26: error[undefined-variable]: `../../x` leads nowhere\n"
        "    {{#each items}}{{tone}}{{../../x}}{{/each}}\n"
        "                             ^\n"
        "  hint: there are not so many scopes around this one\n");
}

TEST_CASE("what is only tested may be undefined, what is compared, gone through or passed on may not") {
  CHECK(expand({"{{#if a}}A{{/if}}{{#unless b.c}}B{{/unless}}{{#if (lookup this \"c\")}}C{{/if}}"}) == "B");
  CHECK(expand_case({"{{#each a}}{{/each}}{{#with b}}{{/with}}{{#ifEquals c 1}}{{/ifEquals}}{{json "
                     "d}}{{e}}{{#f}}{{/f}}{{> p x=g}}",
                     "{}",
                     "{}",
                     {{"p", ""}}})
            .text == "fault");
  CHECK(
      expand({"{{#each a}}{{else}}A{{/each}}{{#with b}}{{/with}}{{#ifEquals c 1}}{{else}}C{{/ifEquals}}{{json d}}{{e}}",
              "{}",
              "{}",
              {},
              {"a", "b", "c", "d", "e"}}) == "ACnull");
}

TEST_CASE("an optional name excuses a path that it begins and a path that misses it") {
  const std::string data = R"({"customer": {"name": "Ann"}, "items": [{"id": 1, "note": "n"}, {"id": 2}]})";
  CHECK(expand({"{{tone}}{{style.voice}}[{{customer.phone}}]{{#each items}}{{id}}{{note}};{{/each}}",
                data,
                "{}",
                {},
                {"tone", "style", "phone", "note"}}) == "[]1n;2;");
  CHECK(faults_of({"{{customer.nane}}", data, "{}", {}, {"name"}}) ==
        "a.prompt:1:3: error[undefined-variable]: `customer` has no `nane`\n"
        "    {{customer.nane}}\n"
        "      ^\n"
        "  hint: did you mean `name`?\n");
}

TEST_CASE("a fault in a partial is placed in the partial") {
  CHECK(faults_of({"{{> p}}{{> q}}", "{}", "{}", {{"p", "a\n {{x}}"}}}) ==
        "_p.prompt:2:4: error[undefined-variable]: there is no variable `x`\n"
        "     {{x}}\n"
        "       ^\n"
        "  hint: give it a value or a default, or declare it optional: `x?`\n"
        "a.prompt:1:8: error[unknown-partial]: there is no partial `q`\n"
        "    {{> p}}{{> q}}\n"
        "           ^\n");
}

TEST_CASE("wrong kinds that only show when running are faults too") {
  CHECK(faults_of({"{{#each a}}{{/each}}{{role a}}\n{{media url=b}}{{json a indent=a}}\n{{lookup b \"x\"}}",
                   R"({"a": "text", "b": {}})"}) ==
        "a.prompt:1:4: error[wrong-arguments]: `each` goes through a list or a map, not text\n"
        "    {{#each a}}{{/each}}{{role a}}\n"
        "       ^\n"
        "a.prompt:1:23: error[unknown-role]: there is no role `text`\n"
        "    {{#each a}}{{/each}}{{role a}}\n"
        "                          ^\n"
        "  hint: roles: system, user, model, tool\n"
        "a.prompt:2:3: error[wrong-arguments]: `url=` of `media` must be the text of a URL\n"
        "    {{media url=b}}{{json a indent=a}}\n"
        "      ^\n"
        "a.prompt:2:18: error[wrong-arguments]: `indent=` must be a whole number from 0 to 10\n"
        "    {{media url=b}}{{json a indent=a}}\n"
        "                     ^\n"
        "a.prompt:3:3: error[undefined-variable]: `lookup` found no `x`\n"
        "    {{lookup b \"x\"}}\n"
        "      ^\n");
}

TEST_CASE("a text for no conversation holds no markers") {
  Diagnostics diagnostics;
  const Value variables = promptctl::map_value();
  const auto plain = Template::parse(promptctl::template_testing::source_of("a{{#if x}}b{{/if}}"), 0, diagnostics);
  CHECK(expand_text(*plain, {.variables = variables}, diagnostics) == "a");
  const auto marked = Template::parse(promptctl::template_testing::source_of("a{{role \"user\"}}"), 0, diagnostics);
  CHECK(expand_text(*marked, {.variables = variables}, diagnostics) == std::nullopt);
  CHECK(described(diagnostics) ==
        "a.prompt:1:4: error[marker-here]: this text goes into no conversation, so it can hold no roles, history, "
        "sections or media\n"
        "    a{{role \"user\"}}\n"
        "       ^\n");
}
