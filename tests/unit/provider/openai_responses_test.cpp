// OpenAI's responses: what is sent, and what its bytes are read as.

#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr const char* type = "openai-responses";

std::string event_of(const std::string& name, const std::string& rest) {
  return "event: " + name + "\ndata: {\"type\":\"" + name + "\"," + rest + "}\n\n";
}

std::string response(const std::string& status, const std::string& output, const std::string& more = "") {
  return R"({"id":"r","object":"response","status":")" + status + R"(","error":null,"model":"gpt-x","output":[)" +
         output + "]" + more + "}";
}

std::string message(const std::string& text) {
  return R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":")" + text +
         R"(","annotations":[]}]})";
}

const std::string counts =
    R"(,"usage":{"input_tokens":31,"input_tokens_details":{"cached_tokens":8},"output_tokens":14,)"
    R"("output_tokens_details":{"reasoning_tokens":6},"total_tokens":45})";

const std::string begun = event_of("response.created", "\"response\":" + response("in_progress", "")) +
                          event_of("response.in_progress", "\"response\":" + response("in_progress", ""));

std::string delta(const std::string& text, int index = 0) {
  return event_of("response.output_text.delta",
                  R"("output_index":)" + std::to_string(index) + R"(,"delta":")" + text + "\"");
}

}  // namespace

TEST_CASE("openai-responses: a streamed answer, and what is said on the way") {
  const std::string item =
      event_of("response.output_item.added", R"("output_index":0,"item":{"type":"message","content":[]})") +
      event_of("response.content_part.added", R"("output_index":0,"part":{"type":"output_text","text":""})");
  const std::string done = event_of("response.output_text.done", R"("text":"Lima")");
  CHECK(answered(type, begun + item + delta("Li") + delta("ma") + done +
                           event_of("response.completed",
                                    "\"response\":" + response("completed", message("Lima"), counts))) ==
        "Lima | stop | gpt-x | 31,14,8");
}

TEST_CASE("openai-responses: commentary is not the answer") {
  const std::string commentary =
      R"({"type":"message","phase":"commentary","content":[{"type":"output_text","text":"Hm."}]})";
  CHECK(answered(type, begun +
                           event_of("response.output_item.added",
                                    R"("output_index":0,"item":{"type":"message","phase":"commentary"})") +
                           delta("Hm.", 0) + delta("Lima", 1) +
                           event_of("response.completed",
                                    "\"response\":" + response("completed", commentary + "," + message("Lima")))) ==
        "Lima | stop | gpt-x | -,-,-");
}

TEST_CASE("openai-responses: each way to end, and none") {
  CHECK(answered(type, response("completed", message("a"))) == "a | stop | gpt-x | -,-,-");
  CHECK(answered(type, response("completed", R"({"type":"function_call","name":"f","arguments":"{}"})")) ==
        " | tool_calls | gpt-x | -,-,-");
  CHECK(
      answered(type, response("incomplete", message("a"), R"(,"incomplete_details":{"reason":"max_output_tokens"})")) ==
      "a | length | gpt-x | -,-,-");
  CHECK(answered(type, response("completed", R"({"type":"message","content":[{"type":"refusal","refusal":"No."}]})")) ==
        " | stop | gpt-x | -,-,- | refused: No.");
  CHECK(answered(type, response("in_progress", ""))
            .find("unusable: the answer ends in the finish reason `in_progress`") == 0);
  CHECK(answered(type, begun + delta("a")) == "bad-response: the stream was cut before its end");
  CHECK(answered(type,
                 begun + delta("a") +
                     event_of("response.failed",
                              R"("response":{"status":"failed","error":{"code":"server_error","message":"Oh"}})")) ==
        "server: an error in place of an answer: Oh");
  CHECK(answered(type, begun + event_of("error", R"("code":"rate_limit_exceeded","message":"Slow")")) ==
        "rate-limited: an error in place of an answer: Slow");
  CHECK(answered(type, begun + delta("b") +
                           event_of("response.completed", "\"response\":" + response("completed", message("a")))) ==
        "bad-response: the pieces of the answer and its whole message differ");
}

TEST_CASE("openai-responses: all that was asked is sent where the API has it") {
  Request request = full_request();
  request.parameters.max_output_tokens = 5;
  request.parameters.reasoning_effort = "low";
  request.parameters.verbosity = "high";
  CHECK(
      sent(provider_of(type), request) ==
      R"(/responses Authorization=Bearer ${KEY} {"model":"m/1","input":[{"role":"system","content":[{"type":"input_text",)"
      R"("text":"Be brief."}]},{"role":"user","content":[{"type":"input_text","text":"Hi"}]},{"role":"assistant",)"
      R"("content":[{"type":"output_text","text":"Hello"}]},{"role":"user","content":[{"type":"input_text","text":"See"},)"
      R"({"type":"input_image","image_url":"data:image/png;base64,AAAA"}]}],"max_output_tokens":5,)"
      R"("reasoning":{"effort":"low"},"text":{"verbosity":"high","format":{"type":"json_schema","name":"reply",)"
      R"("strict":true,"schema":{"type":"object","properties":{},"required":[],"additionalProperties":false}}},)"
      R"("store":false,"stream":true})");
  request = Request();
  request.stream = false;
  request.json_output = true;
  CHECK(
      sent(provider_of(type), request) ==
      R"(/responses Authorization=Bearer ${KEY} {"model":"","input":[],"text":{"format":{"type":"json_object"}},"store":false})");
}
