// Embeddings: what is sent for them, and what answers are read as.

#include "provider/embedding.hpp"

#include <fmt/format.h>

#include "exchange/response_record.hpp"
#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

Request asked() {
  Request request;
  request.task = Task::embedding;
  request.target = {"p", "m"};
  request.messages = {text_message(Role::user, "one"), text_message(Role::user, "two")};
  return request;
}

// "1,2;3,4 | model | input tokens", or the error.
std::string read_by(const ProviderSettings& settings, std::string_view body) {
  ResponseDecoder decoder(settings, asked());
  decoder.head({200, {}});
  for (const char byte : body) {
    decoder.body({&byte, 1});
  }
  const CallOutcome outcome = decoder.finish();
  if (const auto* error = std::get_if<ProviderError>(&outcome)) {
    return error->message;
  }
  const auto& response = std::get<Response>(outcome);
  std::string text;
  for (const auto& vector : response.embeddings) {
    text += text.empty() ? "" : ";";
    for (std::size_t at = 0; at < vector.size(); ++at) {
      text += fmt::format("{}{}", at == 0 ? "" : ",", vector[at]);
    }
  }
  return fmt::format("{} | {} | {}", text, response.model, response.usage.input.value_or(-1));
}

}  // namespace

TEST_CASE("embeddings: what each type sends") {
  Request request = asked();
  const std::string listed = R"({"model":"m","input":["one","two"]})";
  CHECK(sent(provider_of("openai"), request) == "/embeddings Authorization=Bearer ${KEY} " + listed);
  CHECK(sent(provider_of("mistral"), request) == "/embeddings Authorization=Bearer ${KEY} " + listed);
  CHECK(sent(provider_of("ollama"), request) == "/api/embed Authorization=Bearer ${KEY} " + listed);
  CHECK(sent(provider_of("azure", R"({"api_version":"1"})"), request) ==
        "/openai/deployments/m/embeddings?api-version=1 api-key=${KEY} " + listed);
  request.dimensions = 3;
  CHECK(sent(provider_of("gemini"), request) ==
        R"(/models/m:batchEmbedContents x-goog-api-key=${KEY} {"requests":[{"model":"models/m","content":{"parts":)"
        R"([{"text":"one"}]},"outputDimensionality":3},{"model":"models/m","content":{"parts":[{"text":"two"}]},)"
        R"("outputDimensionality":3}]})");
  const ProviderSettings own =
      provider_of("http", R"({"body":{"t":"{{texts}}","d":"{{dimensions}}"},"answer":{"embeddings":"/v"}})");
  CHECK(sent(own, request) == R"( Authorization=Bearer ${KEY} {"t":["one","two"],"d":3})");
  CHECK_FALSE(provider_of("anthropic").api->embeds());
  CHECK_FALSE(provider_of("http", R"({"body":{},"answer":{"text":"/v"}})").api->embeds());
}

TEST_CASE("embeddings: in the order of the texts, from whatever form they come in") {
  CHECK(read_by(provider_of("openai"),
                R"({"object":"list","data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],)"
                R"("model":"e-1","usage":{"prompt_tokens":7,"total_tokens":7}})") == "1,2.5;3,4 | e-1 | 7");
  CHECK(read_by(provider_of("openai"), R"({"data":[{"embedding":"AACAPwAAAEA="},{"embedding":[3,4]}]})") ==
        "1,2;3,4 |  | -1");
  CHECK(read_by(provider_of("gemini"), R"({"embeddings":[{"values":[1,2]},{"values":[3,4]}]})") == "1,2;3,4 |  | -1");
  CHECK(read_by(provider_of("ollama"), R"({"model":"n","embeddings":[[1,2],[3,4]],"prompt_eval_count":5})") ==
        "1,2;3,4 | n | 5");
  CHECK(read_by(provider_of("http", R"({"body":{},"answer":{"embeddings":"/a","vector":"/v","input_tokens":"/n"}})"),
                R"({"a":[{"v":[1,2]},{"v":[3,4]}],"n":9})") == "1,2;3,4 |  | 9");
}

TEST_CASE("embeddings: Gemini's are as long as 1 again where it has cut them") {
  const ProviderSettings settings = provider_of("gemini");
  const auto first_of = [&settings](std::optional<long long> dimensions) {
    Request request = asked();
    request.dimensions = dimensions;
    ResponseDecoder decoder(settings, request);
    decoder.head({200, {}});
    decoder.body(R"({"embeddings":[{"values":[3,4]},{"values":[0,0]}]})");
    return std::get<Response>(decoder.finish()).embeddings.front();
  };
  CHECK(first_of(2) == std::vector<float>{0.6F, 0.8F});
  CHECK(first_of(std::nullopt) == std::vector<float>{3, 4});
}

TEST_CASE("embeddings: too few, of several sizes, or no numbers are no answer") {
  const ProviderSettings openai = provider_of("openai");
  CHECK(read_by(openai, R"({"data":[{"embedding":[1]}]})") == "the answer has 1 embedding of 2 texts, of one size");
  CHECK(read_by(openai, R"({"data":[{"embedding":[1]},{"embedding":[1,2]}]})") ==
        "the answer has 2 embeddings of 2 texts, some of them empty or of other sizes");
  CHECK(read_by(openai, R"({"data":[{"embedding":[]},{"embedding":[]}]})").find("some of them empty") !=
        std::string::npos);
  CHECK(read_by(openai, R"({"data":[{"embedding":[1]},{"embedding":["x"]}]})").find("holds no message") !=
        std::string::npos);
  CHECK(read_by(openai, R"({"data":[{"embedding":[1]},{"index":7,"embedding":[1]}]})").find("holds no message") !=
        std::string::npos);
}

TEST_CASE("embeddings: a record keeps every bit, and their requests are no requests for replies") {
  Response response;
  response.embeddings = {{0.1F, -2.5e-8F, 3.4e38F}};
  response.finish_reason = "stop";
  Diagnostics faults;
  const auto again = read_response_record(response_record("d", response), faults);
  REQUIRE(again.has_value());
  CHECK(again->response.embeddings == response.embeddings);
  Request reply = asked();
  reply.task = Task::reply;
  CHECK(request_digest(reply) != request_digest(asked()));
  Request shorter = asked();
  shorter.dimensions = 2;
  CHECK(request_digest(shorter) != request_digest(asked()));
}
