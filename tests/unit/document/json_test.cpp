#include "document/json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

std::string places(const Value& value) {
  std::string text = std::to_string(value.where.line) + ":" + std::to_string(value.where.column);
  for (const Value& item : value.items) {
    text += " " + places(item);
  }
  for (const Field& field : value.fields) {
    text += " " + field.name + "@" + std::to_string(field.where.line) + ":" + std::to_string(field.where.column) + "=" +
            places(field.value);
  }
  return text;
}

std::string faults_of(const std::string& text) {
  Diagnostics diagnostics;
  read_json(source_of(text, "f"), diagnostics);
  return described(diagnostics);
}

}  // namespace

TEST_CASE("every node of a JSON text has its place") {
  Diagnostics diagnostics;
  const auto value = read_json(source_of("{\"a\": [1, -2.50,\n  \"x\\\"y\", {}], \"b\":12}"), diagnostics);
  REQUIRE(value);
  CHECK(places(*value) == "1:1 a@1:2=1:7 1:8 1:11 2:3 2:11 b@2:16=2:20");
  CHECK(compact_json(*value) == R"({"a":[1,-2.5,"x\"y",{}],"b":12})");
}

TEST_CASE("a key written twice is a fault at the second, and does not hide the rest") {
  CHECK(faults_of("{\"a\":1,\"b\":2,\"a\":3,\"b\":4}") ==
        "f:1:14: error[duplicate-key]: `a` is written twice\n"
        "    {\"a\":1,\"b\":2,\"a\":3,\"b\":4}\n"
        "                 ^\n"
        "f:1:20: error[duplicate-key]: `b` is written twice\n"
        "    {\"a\":1,\"b\":2,\"a\":3,\"b\":4}\n"
        "                       ^\n");
}

TEST_CASE("broken JSON is a fault where it breaks") {
  CHECK(faults_of("{\"a\": 1,}") ==
        "f:1:9: error[json-syntax]: unexpected '}'; expected string literal\n"
        "    {\"a\": 1,}\n"
        "            ^\n");
  CHECK(faults_of("[1e999]") ==
        "f:1:2: error[json-syntax]: the number is too large\n"
        "    [1e999]\n"
        "     ^\n");
  CHECK(faults_of("\"a\xFF\"") ==
        "f:1:3: error[invalid-utf8]: the text is not UTF-8 here\n"
        "    \"a\\xff\"\n"
        "      ^\n");
}

TEST_CASE("a null byte does not end a text: what stands behind it is not read over") {
  CHECK(faults_of(std::string("[1]\0[2]", 7)) ==
        "f:1:4: error[json-syntax]: a null byte, which JSON does not have\n"
        "    [1]\\x00[2]\n"
        "       ^\n");
  CHECK_FALSE(parse_json(std::string_view("8\0", 2)));
}

TEST_CASE("depth is bounded, in what users write and in what models answer") {
  CHECK(faults_of(std::string(300, '[')).find("error[too-deep]: nested more than 256 levels deep") !=
        std::string::npos);
  CHECK_FALSE(parse_json(std::string(200'000, '[')));
  CHECK_FALSE(find_json(std::string(200'000, '{')));
}

TEST_CASE("large whole numbers keep their digits") {
  CHECK(compact_json(*parse_json("[18446744073709551616, 9007199254740993, 1.0, 1e2, -0]")) ==
        "[18446744073709551616,9007199254740993,1,100,0]");
}

TEST_CASE("the first list or map in a reply is found, whatever surrounds it") {
  std::size_t end = 0;
  const std::string reply = "Sure [not json] here: {\"a\": [1]} and more";
  CHECK(compact_json(*find_json(reply, &end)) == R"({"a":[1]})");
  CHECK(reply.substr(end) == " and more");
  CHECK_FALSE(find_json("no json, only 1 and \"x\""));
}

TEST_CASE("canonical JSON sorts fields at every depth") {
  CHECK(canonical_json(*parse_json(R"({"b":[{"z":1,"a":2}],"a":1.50})")) == R"({"a":1.5,"b":[{"a":2,"z":1}]})");
}

TEST_CASE("indented JSON reads back as the same value") {
  const auto value = parse_json(R"({"a":[],"b":{},"c":[1,{"d":"\u0001\n"}]})");
  CHECK(indented_json(*value) ==
        "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": \"\\u0001\\n\"\n    }\n  ]\n}\n");
  CHECK(same(*parse_json(indented_json(*value)), *value));
}
