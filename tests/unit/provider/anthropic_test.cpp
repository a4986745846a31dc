// Anthropic's messages: what is sent, and what its bytes are read as.

#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string event_of(const std::string& type, const std::string& rest) {
  return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (rest.empty() ? "" : ",") + rest + "}\n\n";
}

const std::string begun = event_of(
    "message_start",
    R"("message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[],"stop_reason":null,)"
    R"("usage":{"input_tokens":12,"cache_creation_input_tokens":5,"cache_read_input_tokens":2048,"output_tokens":1}})");

std::string text(const std::string& piece) {
  return event_of("content_block_delta", R"("index":0,"delta":{"type":"text_delta","text":")" + piece + "\"}");
}

std::string ended_by(const std::string& reason, const std::string& more = "") {
  return event_of("content_block_stop", R"("index":0)") +
         event_of("message_delta", R"("delta":{"stop_reason":")" + reason + R"(","stop_sequence":null)" + more +
                                       R"(},"usage":{"output_tokens":9})") +
         event_of("message_stop", "");
}

const std::string opened =
    event_of("content_block_start", R"("index":0,"content_block":{"type":"text","text":""})") + event_of("ping", "");

}  // namespace

TEST_CASE("anthropic: a streamed answer, with cached input counted as input") {
  CHECK(answered("anthropic", begun + opened + text("Li") + text("ma.") + ended_by("end_turn")) ==
        "Lima. | stop | claude-x | 2065,9,2048");
}

TEST_CASE("anthropic: an answer in one piece") {
  CHECK(
      answered("anthropic",
               R"({"type":"message","model":"claude-x","content":[{"type":"thinking","thinking":"hm","signature":"s"},)"
               R"({"type":"text","text":"Li"},{"type":"text","text":"ma"}],"stop_reason":"stop_sequence",)"
               R"("usage":{"input_tokens":3,"output_tokens":2}})") == "Lima | stop | claude-x | 3,2,-");
}

TEST_CASE("anthropic: thoughts, tools and citations are no text") {
  const std::string thought =
      event_of("content_block_start", R"("index":0,"content_block":{"type":"thinking","thinking":"","signature":""})") +
      event_of("content_block_delta", R"("index":0,"delta":{"type":"thinking_delta","thinking":"secret"})") +
      event_of("content_block_delta", R"("index":0,"delta":{"type":"signature_delta","signature":"x"})") +
      event_of("content_block_stop", R"("index":0)");
  const std::string call =
      event_of("content_block_start",
               R"("index":2,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}})") +
      event_of("content_block_delta", R"("index":2,"delta":{"type":"input_json_delta","partial_json":"{}"})");
  CHECK(answered("anthropic", begun + thought + opened + text("Lima") + call + ended_by("tool_use")) ==
        "Lima | tool_calls | claude-x | 2065,9,2048");
}

TEST_CASE("anthropic: each way to end, and none") {
  CHECK(answered("anthropic", begun + opened + text("a") + ended_by("max_tokens")) ==
        "a | length | claude-x | 2065,9,2048");
  CHECK(
      answered("anthropic", begun + ended_by("refusal", R"(,"stop_details":{"type":"refusal","explanation":"No."})")) ==
      " | content_filter | claude-x | 2065,9,2048 | refused: No.");
  CHECK(answered("anthropic", begun + ended_by("refusal")) ==
        " | content_filter | claude-x | 2065,9,2048 | refused: the model refused");
  CHECK(answered("anthropic", begun + opened + text("a")) == "bad-response: the stream was cut before its end");
  CHECK(answered("anthropic", begun + opened + text("a") + ended_by("pause_turn"))
            .find("unusable: the answer ends in the finish reason `pause_turn`") == 0);
}

TEST_CASE("anthropic: an error in a stream, two answers, and an event that nobody knows") {
  CHECK(answered("anthropic", begun + opened + text("a") +
                                  event_of("error", R"("error":{"type":"overloaded_error","message":"Overloaded"})")) ==
        "server: an error in place of an answer: Overloaded");
  CHECK(answered("anthropic", begun + opened + text("a") + begun) ==
        "bad-response: the stream holds two answers: a second `message_start` came");
  CHECK(answered("anthropic", begun + event_of("content_block_delta", R"("delta":{"type":"new_delta","text":"b"})"))
            .find("bad-response: an event of the stream is not understood") == 0);
  CHECK(answered("anthropic", begun + event_of("weather", R"("degrees":3)") + opened + text("a") +
                                  ended_by("end_turn")) == "a | stop | claude-x | 2065,9,2048");
}

TEST_CASE("anthropic: errors by their status and code") {
  CHECK(answered("anthropic", R"({"type":"error","error":{"type":"rate_limit_error","message":"Slow"}})", 429) ==
        "rate-limited: HTTP 429: Slow");
  CHECK(answered("anthropic",
                 R"({"type":"error","error":{"type":"rate_limit_error","message":"Spent","details":)"
                 R"({"error_code":"enforced_spend_limit_reached"}}})",
                 429) == "invalid-request: HTTP 429: Spent");
  CHECK(answered("anthropic", R"({"type":"error","error":{"type":"overloaded_error","message":"Busy"}})", 529) ==
        "server: HTTP 529: Busy");
}

TEST_CASE("anthropic: all that was asked is sent where the API has it") {
  Request request = full_request();
  request.parameters.top_k = 5;
  request.parameters.stop = {"END"};
  request.parameters.thinking_budget = 1024;
  request.parameters.reasoning_effort = "low";
  const ProviderSettings settings = provider_of("anthropic");
  CHECK(sent(settings, request) ==
        R"(/messages anthropic-version=2023-06-01 x-api-key=${KEY} {"model":"m/1","system":[{"type":"text","text":)"
        R"("Be brief."}],"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},{"role":"assistant",)"
        R"("content":[{"type":"text","text":"Hello"}]},{"role":"user","content":[{"type":"text","text":"See"},)"
        R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]}],"top_k":5,)"
        R"("max_tokens":5120,"stop_sequences":["END"],"output_config":{"effort":"low","format":{"type":"json_schema",)"
        R"("schema":{"type":"object","properties":{},"required":[],"additionalProperties":false}}},)"
        R"("thinking":{"type":"enabled","budget_tokens":1024},"stream":true})");
  request = Request();
  request.stream = false;
  request.messages = {{Role::user, {MediaPart{"https://x/y.pdf", "application/pdf"}}}};
  request.parameters.thinking_budget = 0;
  CHECK(sent(provider_of("anthropic"), request).find("\"max_tokens\":4096") != std::string::npos);
  request.parameters.max_output_tokens = 50;
  CHECK(sent(provider_of("anthropic"), request).find("\"max_tokens\":50") != std::string::npos);
  request.parameters.max_output_tokens.reset();
  CHECK(sent(provider_of("anthropic", R"({"max_tokens":7})"), request) ==
        R"(/messages anthropic-version=2023-06-01 x-api-key=${KEY} {"model":"","messages":[{"role":"user","content":)"
        R"([{"type":"document","source":{"type":"url","url":"https://x/y.pdf"}}]}],"max_tokens":7,)"
        R"("thinking":{"type":"disabled"}})");
}

TEST_CASE("anthropic: newer models take nothing that chooses among tokens, and none takes a seed") {
  const auto api = provider_of("anthropic").api;
  for (const char* model : {"claude-opus-4-1", "claude-opus-4-6", "claude-opus-4-20250514", "claude-sonnet-4-5",
                            "claude-opus-4-1-20250805"}) {
    INFO(model);
    CHECK(api->takes("temperature", model));
  }
  for (const char* model :
       {"claude-opus-4-7", "claude-opus-4-8-20260101", "claude-opus-5", "us.anthropic.claude-opus-4-7"}) {
    INFO(model);
    CHECK_FALSE(api->takes("temperature", model));
    CHECK_FALSE(api->takes("top_k", model));
    CHECK(api->takes("max_output_tokens", model));
  }
  CHECK_FALSE(api->takes("seed", "claude-opus-4-1"));
  CHECK(api->takes("thinking_budget", "claude-opus-4-1"));
}

TEST_CASE("anthropic: what can't stand together is named") {
  const auto refused = [](const char* config) {
    Request request;
    const Value asked = *parse_json(config);
    const auto number = [&asked](const char* name) {
      const Value* value = asked.find(name);
      return value == nullptr ? std::optional<double>() : value->number();
    };
    request.parameters.temperature = number("t");
    request.parameters.top_p = number("p");
    if (const auto k = number("k")) {
      request.parameters.top_k = static_cast<long long>(*k);
    }
    if (const auto budget = number("b")) {
      request.parameters.thinking_budget = static_cast<long long>(*budget);
    }
    if (const auto most = number("m")) {
      request.parameters.max_output_tokens = static_cast<long long>(*most);
    }
    std::string names;
    for (const Refusal& refusal : provider_of("anthropic").api->refusals(request)) {
      names += refusal.parameter + " ";
    }
    return names;
  };
  CHECK(refused("{}").empty());
  CHECK(refused(R"({"b":1024,"m":1025,"t":1,"k":null})").find("thinking_budget") == std::string::npos);
  CHECK(refused(R"({"b":1024,"m":1024})") == "thinking_budget ");
  CHECK(refused(R"({"b":1023,"m":5000})") == "thinking_budget ");
  CHECK(refused(R"({"b":0,"m":1,"t":0})").empty());
  CHECK(refused(R"({"b":2000,"m":5000,"t":0.9})") == "temperature ");
  CHECK(refused(R"({"b":2000,"m":5000,"k":5})") == "top_k ");
  CHECK(refused(R"({"b":2000,"m":5000,"p":0.94})") == "top_p ");
  CHECK(refused(R"({"b":2000,"m":5000,"p":0.95})").empty());
  CHECK(refused(R"({"t":0.5,"p":0.5})") == "top_p ");
  CHECK(refused(R"({"t":1.1})") == "temperature ");
}

TEST_CASE("anthropic: the limit that the API demands leaves room beside thoughts") {
  Parameters asked;
  provider_of("anthropic").api->complete(asked, "m");
  CHECK(asked.max_output_tokens == 4096);
  asked = {};
  asked.thinking_budget = 5000;
  provider_of("anthropic", R"({"max_tokens":7})").api->complete(asked, "m");
  CHECK(asked.max_output_tokens == 5007);
}

TEST_CASE("anthropic: another speed or place is charged at another price") {
  const auto unpriced = [](const std::string& more) {
    const CallOutcome outcome =
        answer_of("anthropic", R"({"type":"message","content":[{"type":"text","text":"a"}],"stop_reason":"end_turn",)"
                               R"("usage":{"input_tokens":3,"output_tokens":2)" +
                                   more + "}}");
    return std::get<Response>(outcome).usage.unpriced.has_value();
  };
  CHECK_FALSE(unpriced(""));
  CHECK_FALSE(unpriced(R"(,"speed":"standard","inference_geo":"global","service_tier":"standard")"));
  CHECK_FALSE(unpriced(R"(,"inference_geo":"not_available")"));
  CHECK_FALSE(unpriced(R"(,"speed":null)"));
  CHECK(unpriced(R"(,"speed":"fast")"));
  CHECK(unpriced(R"(,"inference_geo":"us")"));
}
