#include "score/rubric.hpp"

#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "document/json.hpp"
#include "document/yaml.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

using Lines = std::vector<std::string>;

Value json(std::string text, std::string path = "suite.yaml") {
  Diagnostics diagnostics;
  const auto value = read_json(std::make_shared<Source>(std::move(path), std::move(text)), diagnostics);
  REQUIRE(value.has_value());
  return *value;
}

Rubric rubric_of(const std::string& assertions) {
  Diagnostics diagnostics;
  const auto rubric = Rubric::compile(json(assertions).items, diagnostics);
  REQUIRE(rubric.has_value());
  return *rubric;
}

Case case_of(const std::string& vars, const std::string& expected = "", const std::string& assertions = "[]") {
  Case golden;
  golden.id = "c1";
  golden.vars = json(vars, "cases.jsonl");
  if (!expected.empty()) {
    golden.expected = json(expected, "cases.jsonl");
  }
  golden.assertions = json(assertions, "cases.jsonl").items;
  golden.where = whole_file("cases.jsonl");
  return golden;
}

Lines lines_of(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& fault : diagnostics.all()) {
    lines.push_back(fmt::format("{}:{}: {}: {}", fault.where.path(), fault.where.column, fault.code, fault.message));
  }
  return lines;
}

Lines check_faults(const Rubric& rubric, const Case& golden) {
  Diagnostics diagnostics;
  const bool fine = rubric.check(golden, diagnostics);
  CHECK(fine == !diagnostics.has_errors());
  return lines_of(diagnostics);
}

Score score_of(const Rubric& rubric, const Case& golden, std::string_view reply) {
  CHECK(check_faults(rubric, golden).empty());
  return rubric.score(golden, {.text = reply});
}

}  // namespace

namespace {

Score blank_score(const std::string& assertions, std::string_view reply = "", std::string_view finish_reason = "stop") {
  const Rubric rubric = rubric_of(assertions);
  Case golden = case_of("{}");
  golden.threshold = assertions.find("\"required\": true") == std::string::npos &&
                             assertions.find("\"required\": false") != std::string::npos
                         ? std::optional(0.5)
                         : std::nullopt;
  return rubric.score(golden, {.text = reply, .finish_reason = finish_reason});
}

}  // namespace

TEST_CASE("an empty reply passes nothing that does not ask for it, and scores 0 in every figure") {
  for (const char* assertions :
       {R"([{"type": "word-count", "value": {"max": 10}, "metric": "brevity"}])",
        R"([{"type": "levenshtein", "value": "ab"}])", R"([{"type": "regex", "value": "^.{0,50}$"}])",
        R"([{"type": "regex", "value": "^$"}])", R"([{"type": "not-contains", "value": "x"}])",
        R"([{"type": "finish-reason", "value": "stop"}])", R"([{"type": "not-finish-reason", "value": "length"}])",
        R"([{"type": "assert-set", "threshold": 0.5, "assert": [{"type": "word-count", "value": {"max": 9}}]}])",
        R"([{"type": "assert-set", "assert": [{"type": "not-contains", "value": "x"},
                                               {"type": "is-refusal", "required": false}]}])",
        R"([{"type": "not-contains", "value": "x"}, {"type": "is-refusal", "required": false, "weight": 9}])",
        R"([{"type": "not-contains", "value": "x", "required": false}])", R"([{"type": "not-regex", "value": "."}])",
        R"([{"type": "not-is-refusal"}])",
        R"([{"type": "not-contains", "value": "x"}, {"type": "not-equals", "value": "y"}])"}) {
    for (const char* reply : {"", " \n", "\u200b", "\u00a0\u2060", "\u3164", "\x01", "\u2065", "\U000e01f0"}) {
      INFO(assertions << " of " << reply);
      const Score score = blank_score(assertions, reply);
      CHECK(score.passed == false);
      CHECK(score.value == 0);
      for (const AssertionResult& one : score.assertions) {
        CHECK(one.outcome == AssertionResult::Outcome::failed);
        CHECK(one.score == 0);
        CHECK_FALSE(one.reason.empty());
      }
    }
  }
}

TEST_CASE("a refusal in the provider's own field is no content for what reads the text") {
  const auto refused = [](const char* assertions) {
    return rubric_of(assertions).score(case_of("{}"), {.text = "", .finish_reason = "stop", .refusal = "I am sorry."});
  };
  for (const char* assertions :
       {R"([{"type": "not-icontains", "value": "damn"}])", R"([{"type": "not-icontains", "value": "sorry"}])",
        R"([{"type": "word-count", "value": {"max": 50}}])", R"([{"type": "levenshtein", "value": "yes"}])",
        R"([{"type": "regex", "value": "^.{0,100}$"}])", R"([{"type": "not-is-refusal"}])"}) {
    INFO(assertions);
    const Score score = refused(assertions);
    CHECK(score.passed == false);
    CHECK(score.value == 0);
  }
  CHECK(refused(R"([{"type": "not-icontains", "value": "damn"}])").assertions.at(0).reason ==
        "the provider reports a refusal and no reply, which no required assertion asks for");
  CHECK(refused(R"([{"type": "is-refusal"}, {"type": "not-icontains", "value": "damn"}])").passed == true);
}

TEST_CASE("a set of which nothing is required is a fault, unless it has a threshold") {
  const auto faults = [](const char* assertion) {
    Diagnostics diagnostics;
    Rubric::compile(json(assertion).items, diagnostics);
    return diagnostics.errors();
  };
  CHECK(faults(R"([{"type": "assert-set", "assert": [{"type": "contains", "value": "x", "required": false}]}])") == 1);
  CHECK(faults(R"([{"type": "assert-set", "assert": [{"type": "contains", "value": "x"}]}])") == 0);
  CHECK(faults(R"([{"type": "assert-set", "threshold": 0.5, "assert": [{"type": "contains", "value": "x"}]}])") == 0);
}

TEST_CASE("a threshold, however small, is not reached by nothing") {
  const auto passes = [](double threshold, const char* reply) {
    const Rubric rubric = rubric_of(R"([{"type": "contains", "value": "x", "required": false}])");
    Case golden = case_of("{}");
    golden.threshold = threshold;
    return rubric.score(golden, {.text = reply}).passed;
  };
  CHECK(passes(1e-10, "y") == false);
  CHECK(passes(1e-10, "x") == true);
  CHECK(passes(1, "x") == true);
}

TEST_CASE("where text is meant, a number of a file counts as it is written") {
  const auto score = [](const std::string& yaml, std::string_view reply) {
    Diagnostics diagnostics;
    const auto written = read_yaml(std::make_shared<Source>("suite.yaml", yaml), diagnostics);
    REQUIRE(written);
    const auto rubric = Rubric::compile(written->items, diagnostics);
    REQUIRE(rubric);
    Case golden = case_of("{}");
    golden.expected = read_yaml(std::make_shared<Source>("cases.yaml", "3.10"), diagnostics);
    return rubric->score(golden, {.text = reply}).passed;
  };
  const auto as_json = [](const std::string& expected, std::string_view reply) {
    const Rubric rubric = rubric_of(R"([{"type": "contains", "value": "{{expected}}"}])");
    Case golden = case_of("{}");
    golden.expected = json(expected, "cases.jsonl");
    return rubric.score(golden, {.text = reply}).passed;
  };
  CHECK(as_json("3.10", "version 3.1") == false);
  CHECK(as_json("3.10", "version 3.10") == true);
  CHECK(as_json("1e3", "1000") == false);
  CHECK(as_json("1.0", "1.0") == true);
  CHECK(score("- {type: contains, value: 3.10}", "version 3.1") == false);
  CHECK(score("- {type: contains, value: 3.10}", "version 3.10") == true);
  CHECK(score("- {type: contains, value: '{{expected}}'}", "version 3.1") == false);
  CHECK(score("- {type: contains-all, value: [1e3, 0x1F]}", "1e3 and 0x1F") == true);
  CHECK(score("- {type: contains-all, value: [1e3, 0x1F]}", "1000 and 31") == false);
  CHECK(score("- {type: equals, value: 1.50}", "1.50") == true);
  CHECK(score("- {type: equals, value: True}", "True") == true);
  CHECK(score("- {type: number-equals, value: 1.50}", "it is 1.5") == true);
  CHECK(score("- {type: equals, value: {a: 1.50}}", "{\"a\": 1.5}") == true);
}

TEST_CASE("an empty reply passes where it is what was asked for") {
  for (const char* assertions :
       {R"([{"type": "equals", "value": ""}])", R"([{"type": "word-count", "value": 0}])",
        R"([{"type": "is-refusal"}, {"type": "not-contains", "value": "x"}])",
        R"([{"type": "finish-reason", "value": "content_filter"}, {"type": "word-count", "value": {"max": 5}}])",
        R"([{"type": "assert-set", "threshold": 0.5, "assert": [{"type": "equals", "value": ""},
                                                                 {"type": "contains", "value": "x"}]}])",
        R"([{"type": "is-refusal", "required": false}])"}) {
    INFO(assertions);
    CHECK(blank_score(assertions, "", "content_filter").passed == true);
  }
  CHECK(blank_score(R"([{"type": "finish-reason", "value": "content_filter"}])", "", "stop").passed == false);
}

TEST_CASE("a case passes when every required assertion does, and a mean never averages a failure away") {
  const Rubric rubric = rubric_of(
      R"([{"type": "contains", "value": "a", "weight": 9}, {"type": "contains", "value": "b", "metric": "tone"},
          {"type": "contains", "value": "c", "required": false, "weight": 0}])");
  const Score passed = score_of(rubric, case_of("{}"), "ab");
  CHECK(passed.passed == true);
  CHECK(passed.value == 1);
  CHECK(passed.reason.empty());
  REQUIRE(passed.assertions.size() == 3);
  CHECK(passed.assertions[1].metric == "tone");
  CHECK(passed.assertions[2].outcome == AssertionResult::Outcome::failed);
  CHECK_FALSE(passed.assertions[2].required);

  const Score failed = score_of(rubric, case_of("{}"), "a");
  CHECK(failed.passed == false);
  CHECK(failed.value == Approx(0.9));
}

TEST_CASE("a threshold of 0 requires nothing") {
  const Rubric rubric = rubric_of(R"([{"type": "contains", "value": "a", "required": false}])");
  Case golden = case_of("{}");
  golden.threshold = 0;
  CHECK(check_faults(rubric, golden).size() == 1);
  golden.threshold = 0.1;
  CHECK(check_faults(rubric, golden).empty());
}

TEST_CASE("a case's threshold asks for a weighted score on top") {
  const Rubric rubric = rubric_of(R"([{"type": "contains", "value": "a", "required": false, "weight": 3},
                                      {"type": "contains", "value": "b", "required": false, "weight": 1}])");
  Case golden = case_of("{}");
  golden.threshold = 0.5;
  CHECK(score_of(rubric, golden, "a").passed == true);
  const Score low = score_of(rubric, golden, "b");
  CHECK(low.passed == false);
  CHECK(low.reason == "the weighted score 0.25 is below the threshold 0.5");
}

TEST_CASE("there is no verdict when a required assertion could not tell, or an optional one might decide") {
  const Score required = score_of(rubric_of(R"([{"type": "latency", "threshold": "1s"}])"), case_of("{}"), "a");
  CHECK_FALSE(required.passed.has_value());
  CHECK(required.assertions[0].outcome == AssertionResult::Outcome::error);

  const Rubric optional =
      rubric_of(R"([{"type": "contains", "value": "a"}, {"type": "latency", "threshold": "1s", "required": false}])");
  Case golden = case_of("{}");
  CHECK(score_of(optional, golden, "a").passed == true);
  golden.threshold = 0.5;
  CHECK(score_of(optional, golden, "a").passed == true);
  golden.threshold = 0.6;
  const Score open = score_of(optional, golden, "a");
  CHECK_FALSE(open.passed.has_value());
  CHECK(open.reason == "the weighted score 0.5 may or may not reach the threshold 0.6");
}

TEST_CASE("texts of assertions are templates over the case, and a lone path keeps its kind") {
  const Rubric rubric = rubric_of(R"([{"type": "equals", "value": "{{expected}}"}])");
  CHECK(score_of(rubric, case_of("{}", R"({"a": [1]})"), R"({"a":[1.0]})").passed == true);
  CHECK(score_of(rubric, case_of("{}", R"("{{x}} & <b>")"), "{{x}} & <b>").passed == true);
  CHECK(score_of(rubric, case_of("{}", "3"), "3").passed == true);

  const Case golden = case_of(R"({"user": {"name": "Ada", "tags": ["x", "{{user}}"]}, "most": 3})");
  for (const char* assertions :
       {R"([{"type": "contains", "value": "Dear {{user.name}}"}])",
        R"([{"type": "contains", "value": "{{ vars.user.name }}"}])",
        R"([{"type": "contains-all", "value": ["{{user.name}}", "Dear"]}])",
        R"([{"type": "word-count", "value": {"max": "{{most}}"}}])",
        R"([{"type": "contains-any", "value": "{{user.tags}}"}])",
        R"([{"type": "assert-set", "assert": [{"type": "contains", "value": "{{user.name}}"}]}])"}) {
    INFO(assertions);
    CHECK(score_of(rubric_of(assertions), golden, "Dear Ada {{user}}").passed == true);
  }
}

TEST_CASE("an escaped brace is a brace, and a variable may be hidden by what the case itself has") {
  CHECK(score_of(rubric_of(R"([{"type": "equals", "value": "\\{{x}}"}])"), case_of("{}"), "{{x}}").passed == true);
  const Case golden = case_of(R"({"expected": "var", "output": "var"})", R"("case")");
  CHECK(score_of(rubric_of(R"([{"type": "equals", "value": "{{expected}} {{vars.expected}} {{output}}"}])"), golden,
                 "case var case var x")
            .passed == false);
  CHECK(score_of(rubric_of(R"([{"type": "equals", "value": "{{expected}} {{vars.expected}}"}])"), golden, "case var")
            .passed == true);
}

TEST_CASE("a case's own assertions come after the suite's") {
  const Rubric rubric = rubric_of(R"([{"type": "contains", "value": "a"}])");
  const Score score =
      score_of(rubric, case_of(R"({"b": "B"})", "", R"([{"type": "not-icontains", "value": "{{b}}"}])"), "ab");
  REQUIRE(score.assertions.size() == 2);
  CHECK(score.assertions[0].type == "contains");
  CHECK(score.assertions[1].type == "not-icontains");
  CHECK(score.passed == false);
}

TEST_CASE("checking a case finds all that scoring it would meet") {
  CHECK(check_faults(rubric_of("[]"), case_of("{}")) ==
        Lines{"cases.jsonl:0: no-assertions: nothing judges the case `c1`"});
  CHECK(check_faults(rubric_of(R"([{"type": "equals", "value": "{{expected}}"}])"), case_of("{}")) ==
        Lines{"suite.yaml:30: undefined-variable: there is no variable `expected` (case `c1`)"});
  CHECK(check_faults(rubric_of(R"([{"type": "regex", "value": "{{{p}}}"}])"), case_of(R"({"p": "("})")) ==
        Lines{"suite.yaml:29: bad-regex: bad pattern `(`: missing closing parenthesis at byte 1 (case `c1`)"});
  CHECK(check_faults(rubric_of(R"([{"type": "is-json", "value": "{{s}}"}])"), case_of(R"({"s": {"type": "x"}})")) ==
        Lines{"cases.jsonl:16: bad-schema: \"x\" is no type (case `c1`)"});
  CHECK(check_faults(rubric_of("[]"), case_of("{}", "", R"([{"type": "regx"}, {"type": "equals", "valu": 1}])")) ==
        Lines{"cases.jsonl:11: unknown-assertion: there is no assertion `regx`",
              "cases.jsonl:20: missing-key: `value` is missing", "cases.jsonl:39: unknown-key: unknown key `valu`"});
}

TEST_CASE("faults that no case can cure are reported once, with the suite") {
  const auto compile_faults = [](const std::string& assertions) {
    Diagnostics diagnostics;
    CHECK_FALSE(Rubric::compile(json(assertions).items, diagnostics).has_value());
    return lines_of(diagnostics);
  };
  CHECK(compile_faults(R"([{"type": "equal", "value": "{{x}}"}, {"type": "equals", "value": "{{x}}", "wieght": 2}])") ==
        Lines{"suite.yaml:11: unknown-assertion: there is no assertion `equal`",
              "suite.yaml:76: unknown-key: unknown key `wieght`"});
  CHECK(compile_faults(R"([{"type": "equals", "value": "a {{x"}])") ==
        Lines{"suite.yaml:30: template-syntax: this tag is never closed"});
}

TEST_CASE("a reply that a template turns into nonsense is an error, not a verdict") {
  const Rubric rubric = rubric_of(R"([{"type": "regex", "value": "{{{output}}}x"}])");
  const Score score = score_of(rubric, case_of("{}"), "(");
  CHECK_FALSE(score.passed.has_value());
  CHECK(score.assertions[0].type == "regex");
  CHECK(score.assertions[0].reason == "bad pattern `(x`: missing closing parenthesis at byte 2");
}
