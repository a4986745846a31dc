#include "dataset/case_reader.hpp"

#include "base/file_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// The bytes of `text` in pieces of `size`.
ByteStream in_pieces(std::string text, std::size_t size) {
  return [text = std::move(text), size, at = std::size_t{0}](std::string& chunk) mutable {
    chunk = text.substr(std::min(at, text.size()), size);
    at += size;
    return !chunk.empty();
  };
}

struct ReadCases {
  std::string cases;
  std::string faults;
  std::string digest;
};

ReadCases read_all(const std::string& path, const std::string& text, std::size_t piece = 1U << 20U) {
  Diagnostics diagnostics;
  const auto reader = read_cases(path, as_text(path, in_pieces(text, piece)), diagnostics);
  ReadCases read;
  for (Case golden; reader->next(golden);) {
    read.cases += golden.id + " " + compact_json(golden.vars) +
                  (golden.expected ? " -> " + compact_json(*golden.expected) : "") + "\n";
  }
  read.faults = described(diagnostics);
  read.digest = reader->digest();
  return read;
}

const std::string expected_cases = "a {\"q\":\"one, \\\"two\\\"\\nthree\"} -> \"1\"\nb {\"q\":\"ü\"} -> \"2\"\n";

}  // namespace

TEST_CASE("the same cases in four formats are the same cases, and have the same digest") {
  const std::string jsonl =
      "\xEF\xBB\xBF{\"id\":\"a\",\"vars\":{\"q\":\"one, \\\"two\\\"\\nthree\"},\"expected\":\"1\"}\r\n\n"
      "{\"id\":\"b\",\"vars\":{\"q\":\"ü\"},\"expected\":\"2\"}";
  const std::string csv = "\xEF\xBB\xBFid,q,expected\r\na,\"one, \"\"two\"\"\nthree\",1\r\nb,ü,2\r\n";
  const std::string yaml =
      "- {id: a, vars: {q: \"one, \\\"two\\\"\\nthree\"}, expected: \"1\"}\n- {id: b, vars: {q: ü}, expected: '2'}\n";
  const std::string json =
      "[{\"vars\":{\"q\":\"one, \\\"two\\\"\\nthree\"},\"id\":\"a\",\"expected\":\"1\"},\n"
      "{\"id\":\"b\",\"vars\":{\"q\":\"ü\"},\"expected\":\"2\"}]";
  const ReadCases reference = read_all("c.jsonl", jsonl);
  CHECK(reference.cases == expected_cases);
  CHECK(reference.faults.empty());
  for (const auto& [path, text] :
       {std::pair<std::string, std::string>{"c.csv", csv}, {"c.yaml", yaml}, {"c.json", json}}) {
    INFO(path);
    const ReadCases read = read_all(path, text);
    CHECK(read.cases == expected_cases);
    CHECK(read.faults.empty());
    CHECK(read.digest == reference.digest);
  }
}

TEST_CASE("records may be cut anywhere between two pieces") {
  const std::string jsonl = "{\"id\":\"a\",\"vars\":{\"q\":\"ü\"}}\n{\"id\":\"b\",\"vars\":{\"q\":\"日\"}}\n";
  const std::string csv = "id,q\na,\"x\n\"\"y\"\"\"\nb,日\n";
  for (std::size_t piece = 1; piece < 20; ++piece) {
    CHECK(read_all("c.jsonl", jsonl, piece).cases == "a {\"q\":\"ü\"}\nb {\"q\":\"日\"}\n");
    CHECK(read_all("c.csv", csv, piece).cases == "a {\"q\":\"x\\n\\\"y\\\"\"}\nb {\"q\":\"日\"}\n");
  }
}

TEST_CASE("a column of JSON holds variables of any kind") {
  const ReadCases read = read_all("c.csv", "id,n:json,t\na,\"[1,{\"\"x\"\":2}]\",5\nb,,\nc,[1,\n");
  CHECK(read.cases == "a {\"n\":[1,{\"x\":2}],\"t\":\"5\"}\nb {\"t\":\"\"}\n");
  CHECK(read.faults == "c.csv:4:3: error[json-syntax]: `[1` is no JSON\n    c,[1,\n      ^\n");
}

TEST_CASE("a case without an id is named after its variables") {
  CHECK(read_all("c.jsonl", "{\"vars\":{\"b\":1,\"a\":2}}\n").cases == "d3626ac30a87 {\"b\":1,\"a\":2}\n");
  CHECK(read_all("c.jsonl", "{\"vars\":{\"a\":2,\"b\":1}}\n").cases == "d3626ac30a87 {\"a\":2,\"b\":1}\n");
}

TEST_CASE("every faulty record is reported, and the others are read") {
  const ReadCases read = read_all("c.jsonl",
                                  "{\"id\":\"a\",\"vras\":{}}\n"
                                  "{\"id\":\"b\"}\n"
                                  "{\"id\":\n"
                                  "{\"id\":\"b\"}\n"
                                  "{\"id\":\"c\",\"threshold\":2}\n"
                                  "{\"id\":\"d\"}\n");
  CHECK(read.cases == "b {}\nd {}\n");
  CHECK(read.faults ==
        "c.jsonl:1:11: error[unknown-key]: unknown key `vras`\n"
        "    {\"id\":\"a\",\"vras\":{}}\n"
        "              ^\n"
        "  hint: did you mean `vars`?\n"
        "c.jsonl:3:6: error[json-syntax]: unexpected end of input; expected '[', '{', or a literal\n"
        "    {\"id\":\n"
        "         ^\n"
        "c.jsonl:4:1: error[duplicate-case]: the case `b` is already at line 2\n"
        "    {\"id\":\"b\"}\n"
        "    ^\n"
        "  hint: an `id` joins the results of two runs: give each case its own\n"
        "c.jsonl:5:23: error[out-of-range]: `threshold` of a case must be from 0 to 1\n"
        "    {\"id\":\"c\",\"threshold\":2}\n"
        "                          ^\n");
}

TEST_CASE("faults of CSV are at their cell") {
  CHECK(read_all("c.csv", "id,q\n\"open\n\n").faults ==
        "c.csv:2:1: error[csv-syntax]: the quoted cell has no closing quote\n"
        "    \"open\n"
        "    ^\n"
        "c.csv:2:1: error[csv-syntax]: the row has 1 cell, the header 2\n"
        "    \"open\n"
        "    ^\n");
  CHECK(read_all("c.csv", "id,q\na,b,c\nd,say \"x\"\ne,\"open\n").faults ==
        "c.csv:2:1: error[csv-syntax]: the row has 3 cells, the header 2\n"
        "    a,b,c\n"
        "    ^\n"
        "c.csv:3:3: error[csv-syntax]: a cell with a double quote in it must be quoted as a whole\n"
        "    d,say \"x\"\n"
        "      ^\n"
        "  hint: write \"say \"\"hello\"\"\" for say \"hello\"\n"
        "c.csv:4:3: error[csv-syntax]: the quoted cell has no closing quote\n"
        "    e,\"open\n"
        "      ^\n");
}
