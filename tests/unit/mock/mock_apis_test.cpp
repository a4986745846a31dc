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
    if (type->name == "http") {
      continue;  // It has no format of its own.
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
            provider_of(type->name, type->name == "azure" ? R"({"api_version":"1"})" : "{}");
        const bool has_counts = type->name != "mistral" || !is_streamed;  // Asked for by the others.
        const std::string counts = !has_counts ? "-,-,-" : type->name == "ollama" ? "30,12,-" : "30,12,8";
        CHECK(exchanged(settings, request, answers) ==
              std::string("Grüße aus m: Hi there | ") + ending + " | m | " + counts);
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
  CHECK(find_mock_api("/v1/embeddings") == nullptr);
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
