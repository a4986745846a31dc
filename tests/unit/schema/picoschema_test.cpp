#include "schema/picoschema.hpp"

#include <memory>

#include "document/json.hpp"
#include "tests/support/catch.hpp"

using promptctl::compact_json;
using promptctl::describe;
using promptctl::Diagnostics;
using promptctl::parse_json;
using promptctl::picoschema_to_json_schema;
using promptctl::Value;

namespace {

struct Row {
  std::string picoschema;
  std::string json_schema;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.picoschema);
    Diagnostics diagnostics;
    CHECK(compact_json(picoschema_to_json_schema(parse_json(row.picoschema).value(), diagnostics)) == row.json_schema);
    CHECK(diagnostics.all().empty());
  }
}

std::string faults(const std::string& picoschema) {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const promptctl::Source>("a.json", picoschema);
  picoschema_to_json_schema(promptctl::read_json(source, diagnostics).value(), diagnostics);
  std::string all;
  for (const auto& diagnostic : diagnostics.all()) {
    all += describe(diagnostic);
  }
  return all;
}

}  // namespace

TEST_CASE("a scalar is a type and perhaps a description") {
  check({
      {R"j("string")j", R"j({"type":"string"})j"},
      {R"j("any")j", "{}"},
      {R"j("any, whatever")j", R"j({"description":"whatever"})j"},
      {R"j("number,  one, two ")j", R"j({"type":"number","description":"one, two"})j"},
      {"null", "null"},
  });
}

TEST_CASE("a map is an object with its fields in order, required unless marked") {
  check({
      {R"j({"b": "string", "a?": "integer, years"})j",
       R"j({"type":"object","properties":{"b":{"type":"string"},"a":{"type":["integer","null"],"description":"years"}},)j"
       R"j("required":["b"],"additionalProperties":false})j"},
      {R"j({"o?": {"x?": "any"}})j",
       R"j({"type":"object","properties":{"o":{"type":["object","null"],"properties":{"x":{}},"additionalProperties":false}},)j"
       R"j("additionalProperties":false})j"},
      {R"j({"a": "string", "(*)": "number, luck"})j",
       R"j({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],)j"
       R"j("additionalProperties":{"type":"number","description":"luck"}})j"},
      {R"j({"(*)": "any"})j", R"j({"type":"object","properties":{},"additionalProperties":{}})j"},
  });
}

TEST_CASE("brackets behind a name make lists, objects and choices") {
  check({
      {R"j({"l?(array, words (many))": "string, a word"})j",
       R"j({"type":"object","properties":{"l":{"type":["array","null"],"items":{"type":"string","description":"a word"},)j"
       R"j("description":"words (many)"}},"additionalProperties":false})j"},
      {R"j({"l(array)": {"n": "number"}})j",
       R"j({"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"n":{"type":"number"}},)j"
       R"j("required":["n"],"additionalProperties":false}}},"required":["l"],"additionalProperties":false})j"},
      {R"j({"o(object, it)": {}})j",
       R"j({"type":"object","properties":{"o":{"type":"object","properties":{},"additionalProperties":false,"description":"it"}},)j"
       R"j("required":["o"],"additionalProperties":false})j"},
      {R"j({"e?(enum, one)": ["A", "B"]})j",
       R"j({"type":"object","properties":{"e":{"enum":["A","B",null],"description":"one"}},"additionalProperties":false})j"},
      {R"j({"e(enum)": [1, null]})j",
       R"j({"type":"object","properties":{"e":{"enum":[1,null]}},"required":["e"],"additionalProperties":false})j"},
  });
}

TEST_CASE("JSON Schema passes through") {
  check({
      {R"j({"type": "string", "minLength": 3})j", R"j({"type":"string","minLength":3})j"},
      {R"j({"type": ["string", "null"]})j", R"j({"type":["string","null"]})j"},
      {R"j({"properties": {"a": {"type": "string"}}})j", R"j({"properties":{"a":{"type":"string"}},"type":"object"})j"},
      {R"j({"type": "string, not a JSON Schema"})j",
       R"j({"type":"object","properties":{"type":{"type":"string","description":"not a JSON Schema"}},"required":["type"],)j"
       R"j("additionalProperties":false})j"},
  });
}

TEST_CASE("named schemas are put in, their description replaced where there is a new one") {
  const Value named = parse_json(R"j({"Foo": {"type": "number", "description": "a foo"}})j").value();
  Diagnostics diagnostics;
  const Value schema = parse_json(R"j({"a": "Foo", "b?": "Foo, another"})j").value();
  CHECK(compact_json(picoschema_to_json_schema(schema, diagnostics, &named)) ==
        R"j({"type":"object","properties":{"a":{"type":"number","description":"a foo"},)j"
        R"j("b":{"type":["number","null"],"description":"another"}},"required":["a"],"additionalProperties":false})j");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("every fault of a schema is named at its place, with what may have been meant") {
  CHECK(faults(R"j({"a": "strng",
 "b": ["x"],
 "c(list)": "string",
 "d(array": "Foo",
 "e(enum)": "A",
 "a?": "string",
 "?": "string"})j") ==
        "a.json:1:7: error[unknown-schema]: there is no type and no schema `strng`\n"
        "    {\"a\": \"strng\",\n"
        "          ^\n"
        "  hint: did you mean `string`?\n"
        "a.json:2:7: error[wrong-kind]: a schema is text or a map, not a list\n"
        "     \"b\": [\"x\"],\n"
        "          ^\n"
        "  hint: write a list as `name(array): string`, a choice as `name(enum): [A, B]`\n"
        "a.json:3:2: error[picoschema]: a bracket can't hold the type `list`\n"
        "     \"c(list)\": \"string\",\n"
        "     ^\n"
        "  hint: one of: array, object, enum\n"
        "a.json:4:2: error[picoschema]: the bracket in `d(array` is not closed\n"
        "     \"d(array\": \"Foo\",\n"
        "     ^\n"
        "a.json:4:13: error[unknown-schema]: there is no type and no schema `Foo`\n"
        "     \"d(array\": \"Foo\",\n"
        "                ^\n"
        "  hint: types: any, boolean, integer, null, number, string\n"
        "a.json:5:13: error[wrong-kind]: `e` needs a list of the values it can have\n"
        "     \"e(enum)\": \"A\",\n"
        "                ^\n"
        "  hint: e(enum): [A, B]\n"
        "a.json:6:2: error[duplicate-key]: the field `a` is there twice\n"
        "     \"a?\": \"string\",\n"
        "     ^\n"
        "a.json:7:2: error[picoschema]: `?` names no field\n"
        "     \"?\": \"string\"}\n"
        "     ^\n");
}

TEST_CASE("a field called type makes a map JSON Schema, which is said where it looks like a mistake") {
  CHECK(faults(R"j({"type": "string", "urgency": "string"})j") ==
        "a.json:1:20: warning[picoschema]: because of its field `type` this is read as JSON Schema, where `urgency` "
        "means nothing\n"
        "    {\"type\": \"string\", \"urgency\": \"string\"}\n"
        "                       ^\n"
        "  hint: for a field that is called `type`, describe it: `type: string, the kind`\n");
}
