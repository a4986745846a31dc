#include "document/server_json.hpp"

#include "base/utf16.hpp"
#include "document/json.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string read(std::string_view text) {
  const auto value = parse_server_json(text);
  return value ? compact_json(*value) : "none";
}

}  // namespace

TEST_CASE("what is JSON is read as our own files are") {
  for (const char* text :
       {"null", "true", "false", "0", "-0", "-1.50", "1e2", "18446744073709551616", "3E-430", "-1e-999",
        "\"a\\u00e9\\n\"", "[]", "{}", R"( {"a" : [1, {"b": "\u65e5\ud83d\ude00"}] , "c":null} )"}) {
    INFO(text);
    CHECK(same(*parse_server_json(text), *parse_json(text)));
  }
}

TEST_CASE("what is no JSON is none") {
  for (const char* text :
       {"",   " ",  "{",   "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}",       "[1 2]", "01",   "1.",  "-",  "1e",
        ".5", "+1", "nul", "\"a",  "\"\\x\"",  "\"\\u12\"", "\"\\u12g4\"", "{} {}", "[1]x", "nan", "'a'"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
  CHECK(read(std::string(256, '[') + std::string(256, ']')) != "none");
  CHECK(read(std::string(257, '[') + std::string(257, ']')) == "none");
  CHECK(read(std::string(200'000, '[')) == "none");
}

TEST_CASE("what the usual clients take is taken") {
  CHECK(read(R"({"a":1,"b":2,"a":3})") == R"({"b":2,"a":3})");
  CHECK(read("[NaN,Infinity,-Infinity,1e999]") == "[null,null,null,null]");
  CHECK(read("\"a\tb\"") == R"("a\tb")");
  CHECK(read("\xEF\xBB\xBF[2]") == "[2]");
  CHECK(read("\xEF\xBB\xBF\xEF\xBB\xBF[2]") == read("x"));
  std::string many = "{";
  for (int at = 0; at < 100; ++at) {
    many += "\"k" + std::to_string(at % 50) + "\":" + std::to_string(at) + ",";
  }
  const auto value = parse_server_json(many + "\"last\":0}");
  CHECK(value->fields.size() == 51);
  CHECK(value->find("k7")->text == "57");
}

TEST_CASE("the halves of a character wait for each other") {
  const auto half = [](const char* text) { return parse_server_json(text)->text; };
  CHECK(joined_surrogates(half(R"("\ud83d")") + half(R"("\ude00")")) == "\xF0\x9F\x98\x80");
  CHECK(joined_surrogates(half(R"("a\ud83d")") + "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(joined_surrogates(half(R"("\ud83d\ud83d\ude00\ude00")")) == "\xEF\xBF\xBD\xF0\x9F\x98\x80\xEF\xBF\xBD");
  CHECK(joined_surrogates(half("\"\xE6\x97\"") + half("\"\xA5\"")) == "日");
  CHECK(joined_surrogates("한국어 \xED\x95") == "한국어 \xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(joined_surrogates("") == "");
}

TEST_CASE("the end of a JSON text is told, whatever follows") {
  std::size_t end = 0;
  CHECK(parse_server_json_start(" {\"a\":1}data: [DONE]", end));
  CHECK(end == 8);
}
