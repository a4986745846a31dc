// What templates put into the patterns and lists of assertions.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "document/json.hpp"
#include "score/assertion_type.hpp"
#include "score/rubric.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

using Lines = std::vector<std::string>;

Rubric rubric_of(const std::string& assertions) {
  Diagnostics diagnostics;
  const auto rubric = Rubric::compile(parse_json(assertions)->items, diagnostics);
  REQUIRE(rubric.has_value());
  return *rubric;
}

Case case_of(const std::string& vars) {
  Case golden;
  golden.id = "c1";
  golden.vars = *parse_json(vars);
  return golden;
}

Lines check_faults(const Rubric& rubric, const Case& golden) {
  Diagnostics diagnostics;
  CHECK(rubric.check(golden, diagnostics));
  Lines lines;
  for (const Diagnostic& fault : diagnostics.all()) {
    lines.push_back(fmt::format("{}: {}; {}", fault.code, fault.message, fault.hint));
  }
  return lines;
}

}  // namespace

TEST_CASE("what a template puts into a pattern or a list means only itself") {
  const auto passes = [](const std::string& assertion, const std::string& text, std::string_view reply) {
    const Rubric rubric = rubric_of("[" + assertion + "]");
    return rubric.score(case_of(R"({"x": )" + text + "}"), {.text = reply}).passed;
  };
  const std::string regex = R"({"type": "regex", "value": "^{{x}}$"})";
  CHECK(passes(regex, R"(".*")", ".*") == true);
  CHECK(passes(regex, R"(".*")", "anything") == false);
  CHECK(passes(regex, R"("a-b_c \n\u00e9]")", "a-b_c \n\u00e9]") == true);
  CHECK(passes(regex, "3.5", "3.5") == true);
  CHECK(passes(regex, "3.5", "345") == false);
  CHECK(passes(R"({"type": "regex", "value": "{{x}}"})", "3.5", "345") == false);
  CHECK(passes(R"({"type": "regex", "value": "[{{x}}]"})", R"("a-z]")", "m") == false);
  CHECK(passes(R"({"type": "regex", "value": "^{{#each x}}{{this}}|{{/each}}none$"})", R"(["a.c", "d"])", "abc") ==
        false);
  CHECK(passes(R"({"type": "regex", "value": "^{{{x}}}$"})", R"(".*")", "anything") == true);
  CHECK(passes(R"({"type": "regex", "value": "^{{&x}}$"})", R"(".*")", "anything") == true);
  CHECK(passes(R"({"type": "not-regex", "value": "^{{x}}$"})", R"("a|b")", "a|b") == false);
  CHECK(passes(R"_({"type": "number-equals", "value": 5, "pattern": "{{x}} (\\d)"})_", R"("a.c")", "abc 5") == false);
  CHECK(passes(R"({"type": "is-json", "value": {"items": {"pattern": "^{{x}}$"}}})", R"(".")", R"(["a"])") == false);
  CHECK(passes(R"({"type": "equals", "value": {"pattern": "{{x}}"}})", R"(".")", R"({"pattern": "."})") == true);
  CHECK(passes(R"({"type": "contains-all", "value": "{{x}}"})", R"("b,a")", "a b") == false);
  CHECK(passes(R"({"type": "contains-all", "value": "{{x}}, c"})", R"("a,b")", "c a,b") == true);
  CHECK(passes(R"({"type": "contains-any", "value": "\"{{x}}\", q"})", R"("a\"\\,b")", R"(a"\,b)") == true);
  CHECK(passes(R"({"type": "contains-all", "value": ["{{x}}", "c"]})", R"("a,b")", "c a,b") == true);
  CHECK(passes(R"({"type": "contains-all", "value": "{{{x}}}"})", R"("b,a")", "a b") == true);
  CHECK(passes(R"({"type": "contains-all", "value": "{{x}}"})", R"(["b", "a"])", "a b") == true);
  CHECK(passes(R"({"type": "assert-set", "assert": [{"type": "regex", "value": "^{{x}}$"}]})", R"(".")", "a") == false);
}

TEST_CASE("a pattern or a list that is all of a case's text is reported") {
  const auto warnings = [](const char* assertion, const char* text) {
    return check_faults(rubric_of(assertion), case_of(text));
  };
  CHECK(
      warnings(R"([{"type": "regex", "value": "{{x}}"}])", R"({"x": "^a.c$"})") ==
      Lines{
          "taken-literally: `^a.c$` is looked for as it is written: what a template puts in is no pattern (case `c1`); "
          "`contains` says so; `{{{x}}}` puts it in as a pattern"});
  CHECK(warnings(R"([{"type": "not-icontains-any", "value": "{{x}}"}])", R"({"x": "a,b"})") ==
        Lines{"taken-literally: `a,b` is looked for as it is written: its commas divide nothing (case `c1`); a list of "
              "one, "
              "`[\"{{x}}\"]`, says so; `{{{x}}}` puts it in as a list"});
  CHECK(warnings(R"([{"type": "regex", "value": "{{x}}"}])", R"({"x": "Lima, Peru"})").empty());
  CHECK(warnings(R"([{"type": "regex", "value": "{{{x}}}"}])", R"({"x": "^a.c$"})").empty());
  CHECK(warnings(R"([{"type": "contains-any", "value": ["{{x}}"]}])", R"({"x": "a,b"})").empty());
}

TEST_CASE("a type that reads patterns or a list between commas says so, and its templates are quoted") {
  for (const AssertionType* type : assertion_types()) {
    const auto is_fault = [type](const char* value, std::string_view code) {
      Diagnostics diagnostics;
      Rubric::compile({map_value().set("type", text_value(type->name)).set("value", text_value(value))}, diagnostics);
      const auto& all = diagnostics.all();
      return std::any_of(all.begin(), all.end(), [code](const Diagnostic& one) {
        return one.code == code && (code == "bad-regex" || one.message.find("quote") != std::string::npos);
      });
    };
    INFO(type->name);
    CHECK(is_fault("(", "bad-regex") == (type->value_notation == Notation::pattern));
    CHECK(is_fault("a, \"b", "wrong-kind") == (type->value_notation == Notation::list));
  }
}
