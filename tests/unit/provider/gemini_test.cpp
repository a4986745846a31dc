// Gemini: what is sent, and what its bytes are read as.

#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string piece(const std::string& parts, const std::string& ending = "", const std::string& more = "") {
  return event(R"({"candidates":[{"content":{"role":"model","parts":[)" + parts + R"(]},"index":0)" +
               (ending.empty() ? "" : R"(,"finishReason":")" + ending + "\"") +
               R"(}],"modelVersion":"gemini-x","responseId":"r")" + more + "}");
}

std::string said_by(const std::string& text) {
  return R"({"text":")" + text + "\"}";
}

const std::string counts =
    R"(,"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":3,"thoughtsTokenCount":21,"totalTokenCount":33})";

}  // namespace

TEST_CASE("gemini: a streamed answer, whose thoughts are output beside the text") {
  CHECK(answered("gemini", piece(said_by("Li"), "", R"(,"usageMetadata":{"promptTokenCount":9})") +
                               piece(R"({"text":"hm","thought":true})") + piece(said_by("ma."), "STOP", counts)) ==
        "Lima. | stop | gemini-x | 9,24,-");
}

TEST_CASE("gemini: an answer in one piece") {
  CHECK(answered("gemini", R"({"candidates":[{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"f"}}]},)"
                           R"("finishReason":"MAX_TOKENS"}],"modelVersion":"g"})") == "a | length | g | -,-,-");
}

TEST_CASE("gemini: a blocked prompt and a blocked answer are refusals") {
  CHECK(answered("gemini", R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":4}})") ==
        " | content_filter |  | 4,0,- | refused: the prompt was blocked: SAFETY");
  CHECK(answered("gemini", R"({"promptFeedback":{"blockReason":"OTHER","blockReasonMessage":"No."}})") ==
        " | content_filter |  | -,-,- | refused: No.");
  CHECK(answered("gemini", piece("", "PROHIBITED_CONTENT")) == " | content_filter | gemini-x | -,-,-");
}

TEST_CASE("gemini: what is no answer") {
  CHECK(answered("gemini", piece(said_by("a"))) == "bad-response: the stream was cut before its end");
  CHECK(answered("gemini", piece(said_by("a"), "MALFORMED_FUNCTION_CALL"))
            .find("unusable: the answer ends in the finish reason `MALFORMED_FUNCTION_CALL`") == 0);
  CHECK(answered("gemini", piece(said_by("a")) + piece("", "STOP") + piece(said_by("b"), "STOP")) ==
        "bad-response: the stream holds two answers: it begins again after its end");
  CHECK(answered("gemini", piece(R"({"poem":"b"})", "STOP")).find("bad-response: an event of the stream is not") == 0);
  CHECK(answered("gemini", R"({"error":{"code":503,"status":"UNAVAILABLE","message":"Later"}})", 503) ==
        "server: HTTP 503: Later");
}

TEST_CASE("gemini: a limit says in its body how long to wait, and a day's quota is not waited for") {
  const auto refused = [](const std::string& details) {
    return std::get<ProviderError>(answer_of(
        "gemini",
        R"({"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"Slow","details":[)" + details + "]}}", 100,
        429));
  };
  const ProviderError minute = refused(R"({"@type":"x.QuotaFailure","violations":[{"quotaId":"RequestsPerMinute"}]},)"
                                       R"({"@type":"x.RetryInfo","retryDelay":"31.5s"})");
  CHECK(minute.kind == ProviderError::Kind::rate_limited);
  CHECK(minute.retry_after == std::chrono::milliseconds(31'500));
  const ProviderError day =
      refused(R"({"@type":"x.QuotaFailure","violations":[{"quotaId":"RequestsPerDayPerModel"}]})");
  CHECK(day.kind == ProviderError::Kind::invalid_request);
  CHECK_FALSE(day.retry_after);
}

TEST_CASE("gemini: all that was asked is sent where the API has it") {
  Request request = full_request();
  request.parameters.temperature = 0.5;
  request.parameters.seed = 3;
  request.parameters.reasoning_effort = "low";
  const ProviderSettings settings = provider_of("gemini");
  CHECK(
      sent(settings, request) ==
      R"(/models/m%2F1:streamGenerateContent?alt=sse x-goog-api-key=${KEY} {"systemInstruction":{"parts":[{"text":)"
      R"("Be brief."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":"Hello"}]},)"
      R"({"role":"user","parts":[{"text":"See"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}],)"
      R"("generationConfig":{"temperature":0.5,"seed":3,"thinkingConfig":{"thinkingLevel":"LOW"},)"
      R"("responseMimeType":"application/json","responseJsonSchema":{"type":"object","properties":{},"required":[],)"
      R"("additionalProperties":false}}})");
  request = Request();
  request.target.model = "g";
  request.stream = false;
  request.messages = {{Role::user, {MediaPart{"https://x/y.png", "image/png"}}}};
  CHECK(sent(settings, request) ==
        R"(/models/g:generateContent x-goog-api-key=${KEY} {"contents":[{"role":"user","parts":[{"fileData":)"
        R"({"mimeType":"image/png","fileUri":"https://x/y.png"}}]}]})");
}

TEST_CASE("gemini: a call of a tool is how an answer ends, and only the first candidate is the answer") {
  CHECK(answered("gemini",
                 R"({"candidates":[{"index":1,"content":{"parts":[{"text":"Rome"}]},"finishReason":"SAFETY"},)"
                 R"({"index":0,"content":{"parts":[{"text":"Lima"}]},"finishReason":"STOP"}]})") ==
        "Lima | stop |  | -,-,-");
  CHECK(answered("gemini", R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":{}}}]},)"
                           R"("finishReason":"STOP"}]})") == " | tool_calls |  | -,-,-");
}
