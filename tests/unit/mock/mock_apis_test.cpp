// The mock server in each API's wire format, read by the decoder of that type.

#include "document/json.hpp"
#include "mock/mock_api.hpp"
#include "mock/mock_script_file.hpp"
#include "provider/resolve.hpp"
#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

MockAnswers scripted(const std::string& finish_reason) {
  Diagnostics faults;
  auto script = read_mock_script(
      std::make_shared<const Source>(
          "mock.yaml", "rules:\n  - {reply: 'Grüße aus {{model}}: {{last}}', finish_reason: " + finish_reason +
                           ", usage: {input: 30, output: 12, cached: 8}}\n"),
      faults);
  REQUIRE(script);
  auto answers = MockAnswers::make(std::move(*script), faults);
  REQUIRE(answers);
  return std::move(*answers);
}

std::string exchanged(const ProviderSettings& settings, const Request& request, MockAnswers& answers) {
  const HttpRequest http = settings.api->ask(request, settings);
  const MockAnswer answer = answers.answer(http.folder + http.path, http.body);
  ResponseDecoder decoder(settings, request);
  decoder.head({answer.status, {}});
  for (const MockAnswer::Piece& piece : answer.pieces) {
    decoder.body(piece.bytes);
  }
  return shown(decoder.finish());
}

}  // namespace

TEST_CASE("each type of provider reads from the mock server what the script says, streamed and whole") {
  for (const ProviderType* type : provider_types()) {
    if (type->name == "http" || type->is_program) {
      continue;  // They have no format of their own.
    }
    for (const bool is_streamed : {true, false}) {
      for (const char* ending : {"stop", "length"}) {
        INFO(type->name << " " << is_streamed << " " << ending);
        MockAnswers answers = scripted(ending);
        Request request;
        request.target = {"p", "m"};
        request.stream = is_streamed;
        request.messages = {text_message(Role::system, "Be brief."), text_message(Role::user, "Hi there")};
        const ProviderSettings settings =
            provider_of(type->name, type->name == "azure"    ? R"({"api_version":"1"})"
                                    : type->name == "vertex" ? R"({"project":"p","location":"l"})"
                                                             : "{}");
        const std::string model = type->name == "bedrock" ? "" : "m";     // It does not say who answered.
        const bool has_counts = type->name != "mistral" || !is_streamed;  // Asked for by the others.
        const std::string counts = !has_counts ? "-,-,-" : type->name == "ollama" ? "30,12,-" : "30,12,8";
        CHECK(exchanged(settings, request, answers) ==
              std::string("Grüße aus m: Hi there | ") + ending + " | " + model + " | " + counts);
      }
    }
  }
}

TEST_CASE("a request that is none of its API's is refused") {
  MockAnswers answers = scripted("stop");
  for (const char* path :
       {"/v1/chat/completions", "/v1/messages", "/v1/responses", "/api/chat", "/v1beta/models/m:generateContent"}) {
    INFO(path);
    CHECK(answers.answer(path, R"({"model":"m"})").status == 400);
    CHECK(answers.answer(path, "{").status == 400);
  }
  CHECK(answers.answer("/v1/messages", R"({"model":"m","messages":[]})").status == 400);  // no max_tokens
  for (const char* path : {"/v1/embeddings", "/api/embed", "/v1beta/models/m:batchEmbedContents", "/model/m/converse",
                           "/v1/publishers/anthropic/models/m:rawPredict"}) {
    INFO(path);
    CHECK(answers.answer(path, R"({"model":"m"})").status == 400);
  }
  CHECK(find_mock_api("/v1/models") == nullptr);
  CHECK(find_mock_api("/v1beta/models/m:countTokens") == nullptr);
}

TEST_CASE("a limit refuses what finds its bucket empty, and says when to come again") {
  Diagnostics faults;
  auto script = read_mock_script(
      std::make_shared<const Source>("mock.yaml", "limit: {requests_per_minute: 60, burst: 2}\nrules: [{reply: a}]\n"),
      faults);
  REQUIRE(script);
  MockAnswers answers = *MockAnswers::make(std::move(*script), faults);
  const auto ask = [&answers](long long milliseconds) {
    const MockAnswer answer = answers.answer("/v1/chat/completions", R"({"model":"m","messages":[]})",
                                             std::chrono::milliseconds(milliseconds));
    std::string text = std::to_string(answer.status);
    for (const auto& [name, value] : answer.headers) {
      text += " " + name + "=" + value;
    }
    return text;
  };
  CHECK(ask(0) == "200");
  CHECK(ask(0) == "200");
  CHECK(ask(0) == "429 Retry-After=1 retry-after-ms=1000");
  CHECK(ask(750) == "429 Retry-After=0.25 retry-after-ms=250");
  CHECK(ask(1000) == "200");
  CHECK(ask(60'000) == "200");
  CHECK(ask(60'000) == "200");
  CHECK(ask(60'000) == "429 Retry-After=1 retry-after-ms=1000");
}

TEST_CASE("embeddings of the same words are near each other, whatever API they are asked of") {
  MockAnswers answers = scripted("stop");
  for (const char* type : {"openai", "gemini", "ollama", "mistral"}) {
    INFO(type);
    Request request;
    request.task = Task::embedding;
    request.target = {"p", "m"};
    request.dimensions = 128;
    request.messages = {text_message(Role::user, "the late parcel"), text_message(Role::user, "The parcel, the late!"),
                        text_message(Role::user, "an invoice is wrong")};
    const ProviderSettings settings = provider_of(type);
    const HttpRequest http = settings.api->ask(request, settings);
    const MockAnswer answer = answers.answer(http.folder + http.path, http.body);
    ResponseDecoder decoder(settings, request);
    decoder.head({answer.status, {}});
    decoder.body(answer.pieces.front().bytes);
    const CallOutcome outcome = decoder.finish();
    REQUIRE(std::holds_alternative<Response>(outcome));
    const auto& vectors = std::get<Response>(outcome).embeddings;
    const auto nearness = [&vectors](std::size_t a, std::size_t b) {
      double sum = 0;
      for (std::size_t at = 0; at < vectors[a].size(); ++at) {
        sum += static_cast<double>(vectors[a][at]) * static_cast<double>(vectors[b][at]);
      }
      return sum;
    };
    REQUIRE(vectors.size() == 3);
    CHECK(vectors[0].size() == 128);
    CHECK(nearness(0, 0) == Approx(1));
    CHECK(nearness(0, 1) > 0.9);
    CHECK(nearness(0, 2) < 0.5);
  }
}
