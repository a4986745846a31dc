// What real bodies cost is held by tests/unit/price/usage_sheet.yaml; here is what they must not be taken for.

#include "provider/usage_body.hpp"

#include "document/json.hpp"
#include "exchange/usage_value.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string read(const char* usage) {
  return compact_json(usage_value(read_usage_body(*parse_json(usage))));
}

}  // namespace

TEST_CASE("usage is found where each API has it") {
  for (const char* reply :
       {R"({"usage":{"prompt_tokens":1}})", R"({"usageMetadata":{"prompt_tokens":1}})",
        R"({"response":{"usage":{"prompt_tokens":1}}})", R"({"usage":null,"x_groq":{"usage":{"prompt_tokens":1}}})",
        R"({"usage":{},"choices":[{"usage":{"prompt_tokens":1}}]})"}) {
    INFO(reply);
    CHECK(usage_in(*parse_json(reply)).input == 1);
  }
  CHECK(usage_in(*parse_json(R"({"usage":"much"})")) == Usage());
  CHECK(usage_in(*parse_json("[]")) == Usage());
}

TEST_CASE("what is no count is not known") {
  CHECK(read(R"({"prompt_tokens":-1,"completion_tokens":1.5})") ==
        R"({"input":null,"output":null,"cached":null,"unpriced":2})");
  CHECK(read(R"({"prompt_tokens":"9","completion_tokens":1e13})") ==
        R"({"input":null,"output":null,"cached":null,"unpriced":2})");
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

TEST_CASE("what is charged for beside text is counted, or known not to be") {
  CHECK(read(R"({"prompt_tokens":1,"completion_tokens":9,"completion_tokens_details":{"image_tokens":8}})") ==
        R"({"input":1,"output":9,"cached":null,"output_image":8})");
  CHECK(read(R"({"promptTokenCount":7,"candidatesTokenCount":9,"candidatesTokensDetails":)"
             R"([{"modality":"IMAGE","tokenCount":8},{"modality":"VIDEO","tokenCount":1}]})") ==
        R"({"input":7,"output":9,"cached":null,"output_image":8,"unpriced":1})");
  CHECK(read(R"({"input_tokens":1,"output_tokens":2,"server_tool_use":{"web_search_requests":3}})") ==
        R"({"input":1,"output":2,"cached":null,"searches":3})");
  CHECK(read(R"({"prompt_tokens":1,"completion_tokens":2,"num_search_queries":4,"citation_tokens":5,)"
             R"("num_sources_used":0})") == R"({"input":1,"output":2,"cached":null,"searches":4,"unpriced":5})");
  CHECK(read(R"({"prompt_tokens":1,"completion_tokens":2,"num_search_queries":0,"num_sources_used":0})") ==
        R"({"input":1,"output":2,"cached":null})");
}

TEST_CASE("gateways have the cache of Anthropic's models under its names or their own") {
  CHECK(read(R"({"prompt_tokens":2459,"completion_tokens":23,"total_tokens":2482,"prompt_tokens_details":)"
             R"({"cached_tokens":0,"cache_creation_tokens":2000},"cache_creation_input_tokens":2000,)"
             R"("cache_read_input_tokens":0})") == R"({"input":2459,"output":23,"cached":0,"cache_write":2000})");
  CHECK(read(R"({"prompt_tokens":2459,"completion_tokens":23,"prompt_tokens_details":{"cached_tokens":0,)"
             R"("cache_creation_token_details":{"ephemeral_1h_input_tokens":500}},"cache_creation_input_tokens":2000,)"
             R"("cache_read_input_tokens":400})") ==
        R"({"input":2459,"output":23,"cached":400,"cache_write":2000,"cache_write_1h":500})");
  CHECK(read(R"({"prompt_tokens":59,"completion_tokens":23,"total_tokens":2482,"cache_creation_input_tokens":2000,)"
             R"("cache_read_input_tokens":400})") == R"({"input":2459,"output":23,"cached":400,"cache_write":2000})");
}

TEST_CASE("what only the total counts is charged for, and nobody knows at which price") {
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":1015})") ==
        R"({"input":10,"output":5,"cached":null,"unpriced":1000})");
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15})") ==
        R"({"input":10,"output":5,"cached":null})");
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"video_tokens":8}})") ==
        R"({"input":10,"output":5,"cached":null,"unpriced":8})");
}

TEST_CASE("a count that is there and can't be read is not 0: what it costs is not known") {
  for (const char* count : {R"("900")", "-5", "900.5", "true", "[900]", R"({"text":900})"}) {
    INFO(count);
    CHECK(read((R"({"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":)" +
                std::string(count) + "}}")
                   .c_str()) == R"({"input":10,"output":5,"cached":null,"unpriced":1})");
    CHECK(read((R"({"promptTokenCount":10,"candidatesTokenCount":5,"promptTokensDetails":)"
                R"([{"modality":"AUDIO","tokenCount":)" +
                std::string(count) + "}]}")
                   .c_str()) == R"({"input":10,"output":5,"cached":null,"unpriced":1})");
  }
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":null}})") ==
        R"({"input":10,"output":5,"cached":null})");
  CHECK(read(R"({"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":"none"})") ==
        R"({"input":10,"output":5,"cached":null})");
}

TEST_CASE("a call that was served in another tier has no price in the list") {
  const auto unpriced = [](const char* reply) { return usage_in(*parse_json(reply)).unpriced; };
  CHECK(unpriced(R"({"usage":{"prompt_tokens":1,"completion_tokens":1},"service_tier":"priority"})") == 1);
  CHECK(unpriced(R"({"usage":{"prompt_tokens":1,"completion_tokens":1},"service_tier":"flex"})") == 1);
  CHECK_FALSE(unpriced(R"({"usage":{"prompt_tokens":1,"completion_tokens":1},"service_tier":"default"})"));
  CHECK(unpriced(R"({"usage":{"input_tokens":1,"output_tokens":1,"service_tier":"priority"}})") == 1);
  CHECK_FALSE(unpriced(R"({"usage":{"input_tokens":1,"output_tokens":1,"service_tier":"standard"}})"));
  CHECK(
      unpriced(
          R"({"type":"response.completed","response":{"service_tier":"flex","usage":{"input_tokens":1,"output_tokens":1}}})") ==
      1);
}
