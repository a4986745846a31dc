#include "score/self_judging.hpp"

#include <string>

#include "document/yaml.hpp"
#include "score/rubric.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// What a check of a case says of these assertions, be they the suite's or the case's own.
std::string said_of(const std::string& assertions, bool of_case) {
  Diagnostics diagnostics;
  const auto written = read_yaml(std::make_shared<Source>("suite.yaml", assertions), diagnostics);
  REQUIRE(written);
  Case golden;
  golden.id = "c1";
  golden.vars = map_value().set("name", text_value("Ada"));
  golden.expected = text_value("{{output}}");
  golden.output = "7";
  golden.assertions = of_case ? written->items : std::vector<Value>();
  const auto rubric = Rubric::compile(of_case ? std::vector<Value>() : written->items, diagnostics);
  REQUIRE(rubric);
  rubric->check(golden, diagnostics);
  rubric->check(golden, diagnostics);
  std::string text;
  for (const Diagnostic& fault : diagnostics.all()) {
    text += std::string(fault.code) + " " + std::to_string(fault.where.line) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("an assertion that holds the reply against itself passes always, and is reported once") {
  for (const char* assertion :
       {"{type: equals, value: '{{output}}'}", "{type: contains, value: '{{ output }}'}",
        "{type: contains-any, value: ['{{name}}', '{{output}}']}", "{type: icontains, value: '{{output}}'}",
        "{type: starts-with, value: '{{#if name}}{{output}}{{/if}}'}", "{type: number-equals, value: '{{output}}'}",
        "{type: levenshtein, value: '{{output}}', threshold: 0}", "{type: not-contains, value: '{{output}}!'}",
        "{type: equals, value: '{{output}}', required: false}",
        "{type: assert-set, assert: [{type: contains, value: Lima}, {type: equals, value: '{{output}}'}]}",
        "{type: assert-set, assert: [{type: assert-set, assert: [{type: equals, value: '{{output}}'}]}]}"}) {
    INFO(assertion);
    CHECK(said_of("- " + std::string(assertion) + "\n- {type: contains, value: x}", false) == "says-nothing 1\n");
    CHECK(said_of("- {type: contains, value: x}\n- " + std::string(assertion), true) == "says-nothing 2\n");
  }
}

TEST_CASE("an assertion that names the reply and can fail is none of these") {
  for (const char* assertion :
       {"{type: equals, value: '{{output}}!'}", "{type: not-equals, value: '{{output}}'}",
        "{type: contains, value: '{{expected}} {{output}}'}", "{type: equals, value: '{{expected}}'}",
        "{type: equals, value: '\\{{output}}'}", "{type: contains, value: '{{name}}'}",
        "{type: not-contains, value: '{{name}}'}", "{type: equals, value: ['{{output}}']}"}) {
    INFO(assertion);
    CHECK(said_of("- " + std::string(assertion), false).empty());
    CHECK(said_of("- " + std::string(assertion), true).empty());
  }
}
