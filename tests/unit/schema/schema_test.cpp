#include "schema/schema.hpp"

#include <memory>
#include <string>
#include <vector>

#include "document/json.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

using Lines = std::vector<std::string>;

Value json(std::string_view text) {
  const auto value = parse_json(text);
  INFO(text);
  REQUIRE(value.has_value());
  return *value;
}

Lines faults(std::string text) {
  Diagnostics diagnostics;
  const auto value = read_json(std::make_shared<Source>("schema.json", std::move(text)), diagnostics);
  REQUIRE(value.has_value());
  const auto schema = Schema::compile(*value, diagnostics);
  CHECK(schema.has_value() == !diagnostics.has_errors());
  Lines lines;
  for (const Diagnostic& fault : diagnostics.all()) {
    lines.push_back(std::to_string(fault.where.column) + " " + std::string(fault.code) + ": " + fault.message +
                    (fault.hint.empty() ? "" : " [" + fault.hint + "]"));
  }
  return lines;
}

Lines violations(const Value& schema, const Value& instance) {
  Diagnostics diagnostics;
  const auto compiled = Schema::compile(schema, diagnostics);
  REQUIRE(compiled.has_value());
  Lines lines;
  for (const Violation& violation : compiled->validate(instance)) {
    lines.push_back("#" + violation.instance_pointer + " #" + violation.schema_pointer + ": " + violation.message +
                    (violation.undecided ? " (undecided)" : ""));
  }
  return lines;
}

Lines violations(std::string_view schema, std::string_view instance) {
  return violations(json(schema), json(instance));
}

}  // namespace

TEST_CASE("each violation names the part, the keyword and what is wrong") {
  struct Row {
    const char* schema;
    const char* instance;
    Lines wanted;
  };
  const std::vector<Row> rows{
      {R"({"type": "integer"})", R"(1.0)", {}},
      {R"({"type": ["integer", "null"]})", R"("x")", {"# #/type: must be of type integer or null, not string"}},
      {R"({"enum": ["a", 1]})", R"("b")", {R"(# #/enum: must be one of "a",1, not "b")"}},
      {R"({"const": {"a": 1}})", R"({"a": 2})", {R"(# #/const: must be {"a":1}, not {"a":2})"}},
      {R"({"minimum": 3})", "2", {"# #/minimum: must be at least 3, not 2"}},
      {R"({"maximum": 9007199254740992})",
       "9007199254740993",
       {"# #/maximum: must be at most 9007199254740992, not 9007199254740993"}},
      {R"({"multipleOf": 0.01})", "19.995", {"# #/multipleOf: must be a multiple of 0.01, not 19.995"}},
      {R"({"minLength": 2})", R"("é")", {"# #/minLength: must have at least 2 characters, not 1"}},
      {R"({"pattern": "^a"})", R"("b")", {R"(# #/pattern: must match the pattern ^a, unlike "b")"}},
      {R"({"format": "date"})", R"("x")", {R"(# #/format: must be in the format date, unlike "x")"}},
      {R"({"maxItems": 1})", "[1,2]", {"# #/maxItems: must have at most 1 item, not 2"}},
      {R"({"uniqueItems": true})",
       R"([1,{"a":1,"b":2},{"b":2,"a":1.0}])",
       {"# #/uniqueItems: items 1 and 2 are the same"}},
      {R"({"contains": {"type": "null"}})",
       "[1]",
       {"# #/contains: must hold at least 1 item such as `contains` asks for, not 0"}},
      {R"({"items": {"type": "number"}})",
       R"([1, "x", null])",
       {"#/1 #/items/type: must be of type number, not string", "#/2 #/items/type: must be of type number, not null"}},
      {R"({"properties": {"a/b": {"type": "null"}}, "required": ["c"]})",
       R"({"a/b": 1})",
       {"#/a~1b #/properties/a~1b/type: must be of type null, not number",
        "# #/required: the property `c` is missing"}},
      {R"({"properties": {"a": {}}, "additionalProperties": false})",
       R"({"a": 1, "b": 2})",
       {"#/b #/additionalProperties: the property `b` is not allowed"}},
      {R"({"propertyNames": {"maxLength": 1}})",
       R"({"ab": 1})",
       {"#/ab #/propertyNames/maxLength: must have at most 1 character, not 2"}},
      {R"({"dependentRequired": {"a": ["b"]}})",
       R"({"a": 1})",
       {"# #/dependentRequired: the property `b` is missing, which `a` calls for"}},
      {R"({"anyOf": [{"type": "null"}, {"type": "string"}]})", "1", {"# #/anyOf: fits none of 2 alternatives"}},
      {R"({"oneOf": [{}, true]})", "1", {"# #/oneOf: fits 2 alternatives, where only one may fit"}},
      {R"({"not": {}})", "1", {"# #/not: fits the schema under `not`"}},
      {R"({"if": {"minimum": 1}, "then": {"maximum": 2}})", "3", {"# #/then/maximum: must be at most 2, not 3"}},
      {R"({"$ref": "#/$defs/n", "$defs": {"n": {"type": "null"}}})",
       "1",
       {"# #/$defs/n/type: must be of type null, not number"}},
      {"false", "1", {"# #: nothing is allowed here"}},
      {R"({"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": false})",
       R"({"a": 1, "b": 2})",
       {"#/b #/unevaluatedProperties: the property `b` is not allowed"}},
  };
  for (const Row& row : rows) {
    INFO(row.schema << " before " << row.instance);
    CHECK(violations(row.schema, row.instance) == row.wanted);
  }
}

TEST_CASE("a faulty schema is reported whole, each fault at its place") {
  CHECK(faults(R"({"type": "strin", "minLength": -1, "pattern": "("})") ==
        Lines{R"(10 bad-schema: "strin" is no type [types: null, boolean, number, string, array, object, integer])",
              "32 bad-schema: `minLength` must be a whole number, 0 or more",
              "47 bad-schema: bad pattern `(`: missing closing parenthesis at byte 1"});
  CHECK(faults(R"({"properties": {"a": 3}})") ==
        Lines{"22 bad-schema: a schema must be a map or a boolean, not a number"});
  CHECK(faults(R"({"required": "a"})") == Lines{"14 bad-schema: `required` must be a list of names, not text"});
  CHECK(faults(R"({"anyOf": []})") == Lines{"11 bad-schema: `anyOf` must not be empty"});
  CHECK(faults(R"({"multipleOf": 0})") == Lines{"16 bad-schema: `multipleOf` must be more than 0"});
  CHECK(faults(R"({"patternProperties": {"[": {}}})") ==
        Lines{"24 bad-schema: bad pattern `[`: missing terminating ] for character class at byte 1"});
  CHECK(faults(R"({"$ref": "#/$defs/x"})") == Lines{"10 bad-schema: `#/$defs/x` leads nowhere in this schema"});
  CHECK(
      faults(R"({"$ref": "other.json"})") ==
      Lines{
          "10 bad-schema: `other.json` leads to another document [nothing is fetched, metaschemas included: copy what "
          "it names into `$defs`]"});
  CHECK(faults(R"({"$schema": "http://json-schema.org/draft-04/schema#"})") ==
        Lines{"13 bad-schema: `http://json-schema.org/draft-04/schema#` is no draft that is known here [known drafts: "
              "2020-12, 2019-09, 7 and 6]"});
  CHECK(faults("3") == Lines{"1 bad-schema: a schema must be a map or a boolean, not a number"});
}

TEST_CASE("a keyword that looks misspelt is a warning, other unknown ones are the user's own") {
  CHECK(faults(R"({"requierd": ["a"], "x-owner": "me"})") ==
        Lines{"2 unknown-keyword: `requierd` is no keyword of this draft and asks nothing [did you mean `required`?]"});
}

TEST_CASE("the default draft takes draft 7's spellings, and draft 7 does not know what came later") {
  CHECK(violations(R"({"items": [{"type": "null"}], "additionalItems": false})", "[null, 1]") ==
        Lines{"#/1 #/additionalItems: nothing is allowed here"});
  CHECK(violations(R"({"definitions": {"n": false}, "dependencies": {"a": ["b"], "c": {"$ref": "#/definitions/n"}}})",
                   R"({"a": 1, "c": 2})") == Lines{"# #/dependencies: the property `b` is missing, which `a` calls for",
                                                   "# #/definitions/n: nothing is allowed here"});
  CHECK(violations(R"({"$schema": "http://json-schema.org/draft-07/schema#", "prefixItems": [false],
                       "unevaluatedItems": false, "$ref": "#/definitions/any", "type": "null",
                       "definitions": {"any": {}}})",
                   "[1]")
            .empty());
}

TEST_CASE("hostile schemas and instances end, and nobody takes them for valid or invalid") {
  CHECK(violations(R"({"$ref": "#"})", "1") == Lines{"# #: the schema refers to itself without end (undecided)"});
  CHECK(violations(R"({"not": {"$ref": "#"}})", "1") ==
        Lines{"# #: the schema refers to itself without end (undecided)"});
  CHECK(violations(R"({"pattern": "(a+)+$"})", '"' + std::string(20'000, 'a') + "!\"") ==
        Lines{"# #/pattern: the pattern takes too much work on this text (undecided)"});

  std::string doubling = R"({"$ref": "#/$defs/d0", "$defs": {)";
  for (int at = 0; at < 40; ++at) {
    const std::string next = "{\"$ref\": \"#/$defs/d" + std::to_string(at + 1) + "\"}";
    doubling += "\"d" + std::to_string(at) + R"(": {"allOf": [)" + next + ", " + next + "]}, ";
  }
  const auto exploded = violations(doubling + R"("d40": {}}})", "1");
  REQUIRE(exploded.size() == 1);
  CHECK(exploded[0].ends_with("checking it against the schema takes too much work (undecided)"));

  Value deep = text_value("x");
  for (int level = 0; level < 2000; ++level) {
    deep = list_value({std::move(deep)});
  }
  const auto sunk = violations(json(R"({"items": {"$ref": "#"}})"), deep);
  REQUIRE(sunk.size() == 1);
  CHECK(sunk[0].ends_with("it is nested too deeply to be checked (undecided)"));
}

TEST_CASE("long lists of different items are told apart in reasonable time") {
  std::vector<Value> items;
  for (int at = 0; at < 50'000; ++at) {
    items.push_back(list_value({integer_value(at), text_value("x")}));
  }
  CHECK(violations(json(R"({"uniqueItems": true})"), list_value(items)).empty());
  items.push_back(items[7]);
  CHECK(violations(json(R"({"uniqueItems": true})"), list_value(items)) ==
        Lines{"# #/uniqueItems: items 7 and 50000 are the same"});
}

TEST_CASE("one compiled schema serves many values and outlives what it was made of") {
  Diagnostics diagnostics;
  std::optional<Schema> schema;
  {
    const Value source = json(R"({"properties": {"a": {"enum": ["x"]}}, "additionalProperties": false})");
    schema = Schema::compile(source, diagnostics);
  }
  REQUIRE(schema.has_value());
  const Schema copy = *schema;
  schema.reset();
  CHECK(copy.validate(json(R"({"a": "x"})")).empty());
  CHECK(copy.validate(json(R"({"b": "x"})")).size() == 1);
}
