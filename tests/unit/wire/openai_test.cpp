// The OpenAI adapter on recorded bytes.

#include <catch2/catch.hpp>

#include "wire/provider_type.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

const ProviderType& openai = *find_provider_type("openai");

std::string shown(const Outcome& outcome) {
  if (const auto* error = std::get_if<ProviderError>(&outcome)) {
    return std::string(error_kind_name(error->kind)) + ": " + error->message;
  }
  const auto& response = std::get<Response>(outcome);
  const auto count = [](const std::optional<long long>& number) { return number ? std::to_string(*number) : "-"; };
  return response.text + " | " + response.finish_reason + " | " + response.model + " | " + count(response.usage.input) +
         "," + count(response.usage.output) + "," + count(response.usage.cached) +
         (response.refusal.empty() ? "" : " | refused: " + response.refusal);
}

std::string decoded(int status, const std::string& type, const std::string& body, std::size_t piece = 1U << 20U) {
  const auto decoder = openai.decoder({});
  decoder->head({status, {{"content-type", type}}});
  for (std::size_t at = 0; at < body.size(); at += piece) {
    decoder->body(std::string_view(body).substr(at, piece));
  }
  return shown(decoder->finish());
}

const std::string stream =
    "data: "
    "{\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":"
    "\"\",\"refusal\":null},\"finish_reason\":null}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße \"},\"finish_reason\":null}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"aus 日本\"},\"finish_reason\":null}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":10,\"prompt_tokens_details\":{"
    "\"cached_tokens\":4}}}\n\n"
    "data: [DONE]\n\n";

}  // namespace

TEST_CASE("a streamed reply decodes the same wherever its bytes are cut") {
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    INFO(piece);
    REQUIRE(decoded(200, "text/event-stream; charset=utf-8", stream, piece) ==
            "Grüße aus 日本 | stop | gpt-4o-mini-2024-07-18 | 19,10,4");
  }
}

TEST_CASE("a stream that is cut before its end is an error, wherever it is cut") {
  const std::size_t finished = stream.find("\"stop\"}]}\n\n") + 11;
  for (std::size_t length = 0; length < finished - 1; ++length) {
    INFO(length);
    const std::string outcome = decoded(200, "text/event-stream", stream.substr(0, length));
    REQUIRE(outcome == "bad-response: the stream was cut before its end");
  }
}

TEST_CASE("the moment of the first token is that of the first text, not of the first event") {
  const auto decoder = openai.decoder({});
  decoder->head({200, {{"content-type", "text/event-stream"}}});
  decoder->body(stream.substr(0, stream.find("\n\n") + 2));
  CHECK_FALSE(decoder->has_text());
  decoder->body(stream.substr(stream.find("\n\n") + 2));
  CHECK(decoder->has_text());
}

TEST_CASE("a reply in one piece, with usage, refusal and finish reason") {
  CHECK(decoded(200, "application/json",
                R"({"model":"m","choices":[{"message":{"role":"assistant","content":"Hi"},"finish_reason":"length"}],)"
                R"("usage":{"prompt_tokens":3,"completion_tokens":1}})") == "Hi | length | m | 3,1,-");
  CHECK(decoded(200, "application/json",
                R"({"choices":[{"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}]})") ==
        " | stop |  | -,-,- | refused: I can't.");
}

TEST_CASE("token counts that can't be are no counts") {
  for (const char* count : {"-1", "1e300", "9223372036854775807", "1.5", "\"7\""}) {
    INFO(count);
    const std::string body = std::string(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],)") +
                             R"("usage":{"prompt_tokens":)" + count + R"(,"completion_tokens":2}})";
    CHECK(decoded(200, "application/json", body) == "Hi | stop |  | -,2,-");
  }
}

TEST_CASE("a stream without an end of line does not fill the memory") {
  const auto decoder = openai.decoder({});
  decoder->head({200, {{"content-type", "text/event-stream"}}});
  const std::string piece(1U << 20U, 'x');
  int pieces = 0;
  while (decoder->body(piece) && pieces < 100) {
    ++pieces;
  }
  CHECK(pieces == 16);
  CHECK(shown(decoder->finish()) == "invalid-request: the reply is longer than 16 MiB");
}

TEST_CASE("what is no answer is never one") {
  const std::vector<std::tuple<int, std::string, std::string>> cases{
      {503, R"({"error":{"message":"overloaded"}})", "server: HTTP 503: overloaded"},
      {500, "<html>oops</html>", "server: HTTP 500: <html>oops</html>"},
      {429, R"({"error":{"message":"slow down","code":"rate_limit_exceeded"}})", "rate-limited: HTTP 429: slow down"},
      {429, R"({"error":{"message":"no money","code":"insufficient_quota"}})", "invalid-request: HTTP 429: no money"},
      {408, "", "server: HTTP 408"},
      {401, R"({"error":{"message":"bad key"}})", "authentication: HTTP 401: bad key"},
      {400, R"({"error":"context length exceeded"})", "invalid-request: HTTP 400: context length exceeded"},
      {302, "", "invalid-request: HTTP 302"},
      {200, "", "bad-response: the answer is not JSON"},
      {200, "{\"choices\": [", "bad-response: the answer is not JSON"},
      {200, "{\"choices\": []}", "bad-response: the answer holds no message"},
      {200, R"({"choices":[{"message":{"content":null},"finish_reason":"length"}]})",
       "bad-response: the answer holds no text"},
      {200, R"({"error":{"message":"late failure"}})", "bad-response: HTTP 200: late failure"}};
  for (const auto& [status, body, expected] : cases) {
    INFO(status << " " << body);
    CHECK(decoded(status, "application/json", body) == expected);
  }
  CHECK(decoded(200, "text/event-stream", "data: {\"error\":{\"message\":\"boom\"}}\n\ndata: [DONE]\n\n") ==
        "bad-response: HTTP 200: boom");
  CHECK(decoded(200, "text/event-stream", "data: {oops\n\n") == "bad-response: an event of the stream is not JSON");
}

TEST_CASE("a request says all that was asked, and leaves out what was not") {
  Request request;
  request.target = {"openai", "gpt-4o-mini"};
  request.messages = {
      {Role::system, {{Part::Kind::text, "Be brief.", {}, {}}}},
      {Role::user, {{Part::Kind::text, "Hi", {}, {}}}},
      {Role::model, {{Part::Kind::text, "Hello", {}, {}}}},
      {Role::user, {{Part::Kind::text, "See", {}, {}}, {Part::Kind::media, {}, "https://x/y.png", {}}}}};
  request.stream = false;
  ProviderSettings settings;
  settings.base_url = "http://127.0.0.1:1/v1";
  settings.api_key = "${KEY}";
  settings.headers = {{"X-Team", "a"}};
  const HttpRequest plain = openai.request(request, settings);
  CHECK(plain.url == "http://127.0.0.1:1/v1/chat/completions");
  CHECK(plain.headers == std::vector<std::pair<std::string, std::string>>{{"Content-Type", "application/json"},
                                                                          {"Authorization", "Bearer ${KEY}"},
                                                                          {"X-Team", "a"}});
  CHECK(plain.body ==
        R"({"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},)"
        R"({"role":"assistant","content":"Hello"},{"role":"user","content":[{"type":"text","text":"See"},)"
        R"({"type":"image_url","image_url":{"url":"https://x/y.png"}}]}]})");
}

TEST_CASE("parameters, schema and streaming as OpenAI names them") {
  Request request;
  request.target = {"openai", "m"};
  request.messages = {{Role::user, {{Part::Kind::text, "Hi", {}, {}}}}};
  request.parameters.temperature = 0.2;
  request.parameters.top_p = 1;
  request.parameters.max_output_tokens = 50;
  request.parameters.seed = 7;
  request.parameters.stop = {"END"};
  request.json_output = true;
  request.output_schema = map_value().set("type", text_value("object"));
  ProviderSettings settings;
  CHECK(openai.request(request, settings).body ==
        R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"temperature":0.2,"top_p":1,)"
        R"("max_completion_tokens":50,"seed":7,"stop":["END"],"response_format":{"type":"json_schema","json_schema":)"
        R"({"name":"reply","strict":true,"schema":{"type":"object"}}},"stream":true,)"
        R"("stream_options":{"include_usage":true}})");
  settings.legacy_max_tokens = true;
  CHECK(openai.request(request, settings).body.find("\"max_tokens\":50") != std::string::npos);
}
