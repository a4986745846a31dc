// What real bodies cost is held by tests/unit/price/usage_sheet.yaml; here is what they must not be taken for.

#include "wire/usage_body.hpp"

#include <catch2/catch.hpp>

#include "codec/figures.hpp"
#include "codec/json.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string read(const char* usage) {
  return compact_json(usage_value(read_usage_body(*parse_json(usage))));
}

}  // namespace

TEST_CASE("usage is found where each API has it") {
  for (const char* reply :
       {R"({"usage":{"prompt_tokens":1}})", R"({"usageMetadata":{"prompt_tokens":1}})",
        R"({"response":{"usage":{"prompt_tokens":1}}})", R"({"usage":null,"x_groq":{"usage":{"prompt_tokens":1}}})"}) {
    INFO(reply);
    const auto body = parse_json(reply);
    REQUIRE(find_usage(*body) != nullptr);
    CHECK(read_usage_body(*find_usage(*body)).input == 1);
  }
  CHECK(find_usage(*parse_json(R"({"usage":"much"})")) == nullptr);
  CHECK(find_usage(*parse_json("[]")) == nullptr);
}

TEST_CASE("what is no count is not known") {
  CHECK(read(R"({"prompt_tokens":-1,"completion_tokens":1.5})") == R"({"input":null,"output":null,"cached":null})");
  CHECK(read(R"({"prompt_tokens":"9","completion_tokens":1e13})") == R"({"input":null,"output":null,"cached":null})");
  CHECK(read("{}") == R"({"input":null,"output":null,"cached":null})");
  CHECK(read("7") == R"({"input":null,"output":null,"cached":null})");
}

TEST_CASE("reasoning is added to a completion only where the total says that it is beside it") {
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":30,"total_tokens":40,
                 "completion_tokens_details":{"reasoning_tokens":20}})") ==
        R"({"input":10,"output":30,"cached":null,"reasoning":20})");
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":30,"total_tokens":60,
                 "completion_tokens_details":{"reasoning_tokens":20}})") ==
        R"({"input":10,"output":50,"cached":null,"reasoning":20})");
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":30,"completion_tokens_details":{"reasoning_tokens":20}})") ==
        R"({"input":10,"output":30,"cached":null,"reasoning":20})");
}

TEST_CASE("Gemini leaves out counts of 0, and a blocked prompt has no candidates") {
  CHECK(read(R"({"promptTokenCount":7,"totalTokenCount":7})") == R"({"input":7,"output":0,"cached":null})");
}
