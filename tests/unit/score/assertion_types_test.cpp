// Every assertion type, judging single replies: whole findings, reasons included.

#include <fmt/format.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "document/json.hpp"
#include "document/yaml.hpp"
#include "score/rubric.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

using Lines = std::vector<std::string>;

std::string outcome_name(AssertionResult::Outcome outcome) {
  return outcome == AssertionResult::Outcome::passed   ? "passed"
         : outcome == AssertionResult::Outcome::failed ? "failed"
                                                       : "error";
}

// "passed 1", or "failed 0: why".
std::string finding(std::string_view assertion, const Subject& subject) {
  Diagnostics diagnostics;
  const auto rubric = Rubric::compile({*parse_json(assertion)}, diagnostics);
  Case golden;
  golden.vars = map_value();
  if (!rubric || !rubric->check(golden, diagnostics)) {
    return "bad: " + diagnostics.all().front().message;
  }
  const AssertionResult result = rubric->score(golden, subject).assertions.at(0);
  return fmt::format("{} {}{}{}", outcome_name(result.outcome), result.score, result.reason.empty() ? "" : ": ",
                     result.reason);
}

std::string finding(std::string_view assertion, std::string_view reply) {
  return finding(assertion, {.text = reply});
}

struct Row {
  const char* assertion;
  const char* reply;
  const char* wanted;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.assertion << " on " << row.reply);
    CHECK(finding(row.assertion, row.reply) == row.wanted);
  }
}

Lines faults(std::string_view assertion) {
  Diagnostics diagnostics;
  CHECK_FALSE(Rubric::compile({*parse_json(assertion)}, diagnostics).has_value());
  Lines lines;
  for (const Diagnostic& fault : diagnostics.all()) {
    lines.push_back(fmt::format("{}: {}{}{}", fault.code, fault.message, fault.hint.empty() ? "" : " | ", fault.hint));
  }
  return lines;
}

}  // namespace

TEST_CASE("equals compares text byte for byte and maps and lists as JSON") {
  check_rows({
      {R"({"type": "equals", "value": "yes"})", "yes", "passed 1"},
      {R"({"type": "equals", "value": "yes"})", "Yes", R"(failed 0: expected "yes", not "Yes")"},
      {R"({"type": "equals", "value": 42})", "42", "passed 1"},
      {R"({"type": "equals", "value": true})", "true", "passed 1"},
      {R"({"type": "equals", "value": {"a": [1, null]}})", R"( {"a": [1.0, null]} )", "passed 1"},
      {R"({"type": "equals", "value": {"a": 1}})", R"({"a": 2})", R"(failed 0: expected "{"a":1}", not "{"a":2}")"},
      {R"({"type": "equals", "value": [1]})", "one", R"(failed 0: expected "[1]", but the reply is no JSON: "one")"},
      {R"({"type": "not-equals", "value": "no"})", "yes", "passed 1"},
      {R"({"type": "not-equals", "value": "no"})", "no",
       R"(failed 0: `equals` "no" holds, but must not; the reply is "no")"},
      {R"({"type": "equals", "value": "The quick brown fox jumps over the lazy dog."})",
       "The quick brown fox jumps over the lazy cat.",
       R"(failed 0: expected "…jumps over the lazy dog.", not "…jumps over the lazy cat.")"},
  });
}

TEST_CASE("the contains family looks for one, any or all of its texts, with or without regard to case") {
  check_rows({
      {R"({"type": "contains", "value": "cat"})", "a cat", "passed 1"},
      {R"({"type": "contains", "value": "Cat"})", "a cat", R"(failed 0: the reply does not hold "Cat": "a cat")"},
      {R"({"type": "icontains", "value": "STRASSE"})", "Hauptstraße", "passed 1"},
      {R"({"type": "icontains", "value": "dog"})", "a\ncat",
       R"(failed 0: the reply does not hold, in any case of letters, "dog": "a\ncat")"},
      {R"({"type": "contains-any", "value": ["x", 7]})", "7 up", "passed 1"},
      {R"({"type": "contains-any", "value": "x, \"7, up\""})", "7, up", "passed 1"},
      {R"({"type": "contains-any", "value": ["x", "y"]})", "z", R"(failed 0: the reply holds none of "x, y": "z")"},
      {R"({"type": "icontains-any", "value": "A,B"})", "b", "passed 1"},
      {R"({"type": "contains-all", "value": "a, b"})", "b a", "passed 1"},
      {R"({"type": "contains-all", "value": ["a", "b", "c"]})", "a",
       R"(failed 0: the reply does not hold "b, c": "a")"},
      {R"({"type": "icontains-all", "value": ["A", "É"]})", "aé", "passed 1"},
      {R"({"type": "not-contains-any", "value": ["a", "b"]})", "c", "passed 1"},
      {R"({"type": "starts-with", "value": "Dear"})", "Dear Sir", "passed 1"},
      {R"({"type": "starts-with", "value": "Dear"})", "Hi", R"(failed 0: the reply does not start with "Dear": "Hi")"},
      {R"({"type": "ends-with", "value": "."})", "Yes.", "passed 1"},
      {R"({"type": "ends-with", "value": "."})", "Yes", R"(failed 0: the reply does not end with ".": "Yes")"},
  });
}

TEST_CASE("regex finds its pattern, and says so when it can't tell") {
  check_rows({
      {R"({"type": "regex", "value": "^\\d{3}-\\d{2}$"})", "123-45", "passed 1"},
      {R"({"type": "regex", "value": "(?i)YES"})", "yes", "passed 1"},
      {R"({"type": "regex", "value": "^a"})", "b", R"(failed 0: the reply does not match "^a": "b")"},
  });
  const std::string many(20'000, 'a');
  const std::string excerpt = std::string(77, 'a') + "…";
  const std::string wanted =
      fmt::format("error 0: the pattern \"(a+)+$\" takes too much work on this reply: \"{}\"", excerpt);
  CHECK(finding(R"({"type": "regex", "value": "(a+)+$"})", many + "!") == wanted);
  CHECK(finding(R"({"type": "not-regex", "value": "(a+)+$"})", many + "!") == wanted);
}

TEST_CASE("word-count takes a number or bounds") {
  check_rows({
      {R"({"type": "word-count", "value": 3})", " one\ttwo\n three ", "passed 1"},
      {R"({"type": "word-count", "value": 2})", "one", R"(failed 0: the reply has 1 word, not 2: "one")"},
      {R"({"type": "word-count", "value": {"min": 1, "max": 2}})", "a b", "passed 1"},
      {R"({"type": "word-count", "value": {"min": 2}})", "a", R"(failed 0: the reply has 1 word, not at least 2: "a")"},
      {R"({"type": "word-count", "value": {"max": 1}})", "a b",
       R"(failed 0: the reply has 2 words, not at most 1: "a b")"},
      {R"({"type": "word-count", "value": {"min": 1, "max": 2}})", "",
       R"(failed 0: the reply has 0 words, not 1 to 2: "")"},
  });
}

TEST_CASE("is-json and contains-json want JSON, and what a schema asks for") {
  constexpr const char* schema =
      R"({"type": "is-json", "value": {"required": ["a"], "properties": {"a": {"type": "number"}}}})";
  check_rows({
      {R"({"type": "is-json"})", " [1] ", "passed 1"},
      {R"({"type": "is-json"})", "```json\n[1]\n```", R"(failed 0: the reply is no JSON: "```json\n[1]\n```")"},
      {schema, R"({"a": 1})", "passed 1"},
      {schema, R"({"a": "x"})", "failed 0: the JSON at /a: must be of type number, not string"},
      {schema, "{}", "failed 0: the JSON as a whole: the property `a` is missing"},
      {R"({"type": "is-json", "value": "type: object\nminProperties: 1"})", "{}",
       "failed 0: the JSON as a whole: must have at least 1 property, not 0"},
      {R"({"type": "not-is-json"})", "hello", "passed 1"},
      {R"({"type": "contains-json"})", R"(Here: {"a": 1}.)", "passed 1"},
      {R"({"type": "contains-json"})", "none", R"(failed 0: the reply holds no JSON list or map: "none")"},
      {R"({"type": "contains-json", "value": {"required": ["b"]}})", R"({"a": 1} or rather {"b": 2})", "passed 1"},
      {R"({"type": "contains-json", "value": {"type": "array"}})", R"(see {"a": 1})",
       "failed 0: the JSON as a whole: must be of type array, not object"},
  });
}

TEST_CASE("levenshtein counts edits of characters, composed") {
  check_rows({
      {R"({"type": "levenshtein", "value": "kitten", "threshold": 3})", "sitting", "passed 1"},
      {R"({"type": "levenshtein", "value": "kitten", "threshold": 2})", "sitting",
       R"(failed 0: 3 edits away from "kitten", where 2 may be: "sitting")"},
      {R"({"type": "levenshtein", "value": "caf\u00e9", "threshold": 0})", "cafe\u0301", "passed 1"},
  });
}

TEST_CASE("latency, cost and finish-reason judge the call, and can't tell where there was none") {
  const Subject call{.text = "x",
                     .finish_reason = "STOP",
                     .latency = std::chrono::microseconds(1'500'000),
                     .cost = Usd::parse("0.002")};
  CHECK(finding(R"({"type": "latency", "threshold": "2s"})", call) == "passed 1");
  CHECK(finding(R"({"type": "latency", "threshold": 1500})", call) == "passed 1");
  CHECK(finding(R"({"type": "latency", "threshold": "1s"})", call) == "failed 0: it took 1.50s, more than 1.00s");
  CHECK(finding(R"({"type": "cost", "threshold": "0.002 USD"})", call) == "passed 1");
  CHECK(finding(R"({"type": "cost", "threshold": 0.0019})", call) ==
        "failed 0: it cost 0.002 USD, more than 0.0019 USD");
  CHECK(finding(R"({"type": "cost", "threshold": 1e-7})", call) ==
        "failed 0: it cost 0.002 USD, more than 0.0000001 USD");
  CHECK(finding(R"({"type": "finish-reason", "value": "stop"})", call) == "passed 1");
  CHECK(finding(R"({"type": "finish-reason", "value": "length"})", call) ==
        R"(failed 0: expected the finish reason "length", not "STOP")");
  CHECK(finding(R"({"type": "not-latency", "threshold": "1s"})", "x") ==
        "error 0: there is no latency: nothing was called, or nobody recorded how long it took");
  CHECK(finding(R"({"type": "not-cost", "threshold": 1})", "x") ==
        "error 0: the cost is not known: the model's price or the tokens used are missing, or an attempt without "
        "an answer may be charged");
  CHECK(finding(R"({"type": "not-finish-reason", "value": "stop"})", "x") == "error 0: the finish reason is not known");
}

TEST_CASE("is-refusal knows the phrases models refuse with, the provider's word, and silence") {
  for (const char* refusal :
       {"I'm sorry, but I can't help with that.", "I’m unable to assist with that request.", "", " \n",
        "As an AI, I have no opinion.", "Sorry, no.", "I apologize, but this request cannot be fulfilled.",
        "I AM NOT ABLE TO DO THIS", "Well, I won't write that.", "That would not be appropriate."}) {
    INFO(refusal);
    CHECK(finding(R"({"type": "is-refusal"})", refusal) == "passed 1");
  }
  for (const char* answer :
       {"Sure: here it is.", "Sorry for the delay! Your order has shipped.", "As an Airbnb host you can help.",
        "I'm sorry to hear that; I can't imagine how hard it is. Here is a refund."}) {
    INFO(answer);
    CHECK(finding(R"({"type": "not-is-refusal"})", answer) == "passed 1");
  }
  CHECK(finding(R"({"type": "is-refusal"})", {.text = "…", .refusal = "no"}) == "passed 1");
  CHECK(finding(R"({"type": "is-refusal"})", "Sure.") == R"(failed 0: expected a refusal, not "Sure.")");
}

TEST_CASE("number-equals reads the last number as people write numbers") {
  check_rows({
      {R"({"type": "number-equals", "value": 1234.5})", "It is $1,234.50.", "passed 1"},
      {R"({"type": "number-equals", "value": "70,000"})", "A: 70000", "passed 1"},
      {R"({"type": "number-equals", "value": -5})", "from 3 to $-5", "passed 1"},
      {R"({"type": "number-equals", "value": -5})", "a loss of -$5!", "passed 1"},
      {R"({"type": "number-equals", "value": 18})", "16 + 2 = 18 eggs", "passed 1"},
      {R"({"type": "number-equals", "value": 18})", "19", "failed 0: expected 18, not 19"},
      {R"({"type": "number-equals", "value": 18})", "many",
       R"(failed 0: there is no number to compare with 18 in "many")"},
      {R"({"type": "number-equals", "value": 3.14, "tolerance": 0.01})", "about 3.15", "passed 1"},
      {R"({"type": "number-equals", "value": 1.0, "tolerance": 0.1})", "1.1", "passed 1"},
      {R"({"type": "number-equals", "value": 1, "tolerance": 0.1})", "1.2",
       "failed 0: expected 1, give or take 0.1, not 1.2"},
      {R"x({"type": "number-equals", "value": 4, "pattern": "answer: (\\S+)"})x", "answer: 3, no, answer: 4 (of 9)",
       "passed 1"},
      {R"({"type": "number-equals", "value": 4, "pattern": "\\d+ eggs"})", "4 eggs in 2 days", "passed 1"},
      {R"({"type": "number-equals", "value": 4, "pattern": "\\d"})", "4.5",
       R"(error 0: `pattern` takes only a part of "4.5")"},
      {R"({"type": "number-equals", "value": 4, "pattern": "answer"})", "4",
       R"(failed 0: `pattern` is not found in "4")"},
  });
}

TEST_CASE("assert-set is one assertion of several, all of them or enough") {
  constexpr const char* all =
      R"({"type": "assert-set", "assert": [{"type": "contains", "value": "a"}, {"type": "contains", "value": "b"}]})";
  constexpr const char* some = R"({"type": "assert-set", "threshold": 0.5,
      "assert": [{"type": "contains", "value": "a"}, {"type": "contains", "value": "b"}]})";
  constexpr const char* one_required = R"({"type": "assert-set", "threshold": 0.5,
      "assert": [{"type": "contains", "value": "a"}, {"type": "contains", "value": "b", "required": true}]})";
  constexpr const char* unknown = R"({"type": "assert-set", "threshold": 0.6,
      "assert": [{"type": "contains", "value": "a"}, {"type": "latency", "threshold": 1}]})";
  constexpr const char* required_unknown = R"({"type": "assert-set", "threshold": 0.5,
      "assert": [{"type": "contains", "value": "a"}, {"type": "latency", "threshold": 1, "required": true}]})";
  check_rows({
      {all, "ab", "passed 1"},
      {all, "a", R"(failed 0.5: contains: the reply does not hold "b": "a")"},
      {some, "a", "passed 0.5"},
      {some, "c",
       R"(failed 0: the weighted score 0 is below the threshold 0.5: contains: the reply does not hold "a": "c"; )"
       R"(contains: the reply does not hold "b": "c")"},
      {one_required, "a", R"(failed 0.5: contains: the reply does not hold "b": "a")"},
      {required_unknown, "a",
       "error 0.5: latency: there is no latency: nothing was called, or nobody recorded how long it took"},
      {unknown, "a",
       "error 0.5: latency: there is no latency: nothing was called, or nobody recorded how long it took"},
  });
}

TEST_CASE("settings that make no sense are faults, each with a way out") {
  CHECK(faults(R"({"type": "contians", "value": "a"})") ==
        Lines{"unknown-assertion: there is no assertion `contians` | did you mean `contains`?"});
  CHECK(faults(R"({"type": "contains", "vaule": "a"})") ==
        Lines{"missing-key: `value` is missing", "unknown-key: unknown key `vaule` | did you mean `value`?"});
  CHECK(faults(R"({"type": "contains", "value": ""})") ==
        Lines{"empty-value: `value` is empty: every reply would pass"});
  CHECK(faults(R"({"type": "contains-all", "value": []})") ==
        Lines{"empty-value: `value` is empty: it names nothing to look for"});
  CHECK(faults(R"({"type": "contains-any", "value": "\"a"})") ==
        Lines{"wrong-kind: a quote in `value` has no end before the next comma | write a list instead of one text"});
  CHECK(faults(R"({"type": "regex", "value": "("})") ==
        Lines{"bad-regex: bad pattern `(`: missing closing parenthesis at byte 1"});
  CHECK(faults(R"({"type": "is-json", "value": {"type": "x"}})").at(0) ==
        "bad-schema: \"x\" is no type | types: null, "
        "boolean, number, string, array, object, integer");
  CHECK(faults(R"({"type": "is-json", "value": "type: ["})").at(0).starts_with("yaml-syntax"));
  CHECK(faults(R"({"type": "latency"})") == Lines{"missing-key: `threshold` is missing"});
  CHECK(faults(R"({"type": "cost", "threshold": -1})") ==
        Lines{"bad-money: `threshold` must be an amount of money | write a decimal and the currency: 0.01 USD"});
  CHECK(faults(R"({"type": "word-count", "value": {"min": 2, "max": 1}})") ==
        Lines{"out-of-range: `min` is more than `max`"});
  CHECK(faults(R"({"type": "number-equals", "value": "ten"})") ==
        Lines{R"(wrong-kind: `value` must be a number, read in one way, not "ten")"});
  CHECK(faults(R"({"type": "assert-set", "assert": []})") ==
        Lines{"no-assertions: the set has no assertions: every reply would pass"});
  CHECK(faults(R"({"type": "assert-set", "assert": [{"type": "regex", "value": "("}]})") ==
        Lines{"bad-regex: bad pattern `(`: missing closing parenthesis at byte 1"});
  CHECK(faults(R"({"type": "equals", "value": "a", "weight": -1})") ==
        Lines{"out-of-range: `weight` must be a number from 0 to 1000000"});
}

TEST_CASE("every assertion type has a name, a summary and its place in the table") {
  std::set<std::string_view> names;
  for (const AssertionType* type : assertion_types()) {
    CHECK_FALSE(type->summary.empty());
    CHECK(names.insert(type->name).second);
    CHECK(find_assertion_type(type->name) == type);
  }
  CHECK(names.size() == 29);
  CHECK(find_assertion_type("nonsense") == nullptr);
}

TEST_CASE("what has no number to compare passes neither number-equals nor its negation") {
  check_rows({{R"({"type": "not-number-equals", "value": 18})", "many",
               R"(failed 0: there is no number to compare with 18 in "many")"},
              {R"_({"type": "not-number-equals", "value": 18, "pattern": "is (\\d+)"})_", "18",
               R"(failed 0: `pattern` is not found in "18")"},
              {R"({"type": "not-number-equals", "value": 18})", "19", "passed 1"}});
}

TEST_CASE("numbers that mean nothing are faults, and assertions that say nothing are reported") {
  const auto codes = [](const char* assertion) {
    Diagnostics diagnostics;
    Rubric::compile({*read_yaml(std::make_shared<Source>("", assertion), diagnostics)}, diagnostics);
    std::string all;
    for (const Diagnostic& one : diagnostics.all()) {
      all += (all.empty() ? "" : ", ") + std::string(one.code);
    }
    return all;
  };
  for (const char* assertion :
       {"{type: word-count, value: 1.5}", "{type: not-word-count, value: -1}", "{type: word-count, value: .inf}",
        "{type: word-count, value: {max: .inf}}", "{type: word-count, value: {min: .nan, max: 3}}",
        "{type: contains, value: x, weight: .nan}", "{type: contains, value: x, weight: .inf}",
        "{type: contains, value: x, weight: 1e308}", "{type: number-equals, value: 3, tolerance: .inf}",
        "{type: number-equals, value: 3, tolerance: .nan}", "{type: number-equals, value: 3, tolerance: -1}",
        "{type: assert-set, threshold: .nan, assert: [{type: contains, value: x}]}"}) {
    INFO(assertion);
    CHECK((codes(assertion) == "out-of-range" || codes(assertion) == "wrong-kind"));
  }
  CHECK(codes("{type: number-equals, value: .inf}") == "wrong-kind");
  CHECK_FALSE(codes("{type: cost, threshold: .inf}").empty());
  CHECK_FALSE(codes("{type: latency, threshold: .inf}").empty());
  for (const char* assertion :
       {"{type: word-count, value: {min: 0}}", "{type: levenshtein, value: Yes}",
        "{type: levenshtein, value: Lima, threshold: 4}", "{type: is-json, value: {required: [a]}}",
        "{type: is-json, value: {title: t, properties: {a: {type: string}}}}"}) {
    INFO(assertion);
    CHECK(codes(assertion) == "says-nothing");
  }
  for (const char* assertion :
       {"{type: word-count, value: 0}", "{type: word-count, value: {min: 0, max: 3}}",
        "{type: levenshtein, value: Lima, threshold: 3}", "{type: levenshtein, value: '', threshold: 0}",
        "{type: is-json, value: {type: object, required: [a]}}", "{type: is-json, value: {}}",
        "{type: is-json, value: {required: [a], $ref: '#/$defs/a', $defs: {a: {type: object}}}}"}) {
    INFO(assertion);
    CHECK(codes(assertion).empty());
  }
}

TEST_CASE("texts are compared in one normal form") {
  const std::string peru = "In Peru\u0301.";  // Its accent is a character of its own.
  for (const char* type : {"contains", "icontains", "contains-any", "icontains-all", "ends-with", "regex"}) {
    const std::string value = std::string(type) == "ends-with" ? "Per\u00fa." : "Per\u00fa";
    INFO(type);
    CHECK(finding(fmt::format(R"({{"type": "{}", "value": "{}"}})", type, value), peru) == "passed 1");
    CHECK(finding(fmt::format(R"({{"type": "not-{}", "value": "{}"}})", type, value), peru).starts_with("failed"));
  }
  CHECK(finding(R"({"type": "equals", "value": "In Per\u00fa."})", peru) == "passed 1");
  CHECK(finding(R"({"type": "not-contains", "value": "Peru"})", peru) == "passed 1");
}
