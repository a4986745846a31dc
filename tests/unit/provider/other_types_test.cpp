// Ollama, Mistral and Azure: what is sent, and what their bytes are read as.

#include "provider/json_request.hpp"
#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string line(const std::string& text, const std::string& more = R"("done":false)") {
  return R"({"model":"l","message":{"role":"assistant","content":")" + text + "\"}," + more + "}\n";
}

}  // namespace

TEST_CASE("ollama: an answer of lines") {
  CHECK(answered("ollama", line("Li") + "\n" + line("ma") +
                               line("", R"("done":true,"done_reason":"stop","prompt_eval_count":7,"eval_count":2)")) ==
        "Lima | stop | l | 7,2,-");
  CHECK(answered("ollama", line("a") + R"({"model":"l","done":true,"done_reason":"length"})") ==
        "a | length | l | -,-,-");
  CHECK(answered("ollama", line("a", R"("done":true)")) == "a | stop | l | -,-,-");
}

TEST_CASE("ollama: what is no answer") {
  CHECK(answered("ollama", line("a")) == "bad-response: the stream was cut before its end");
  CHECK(answered("ollama", line("a") + R"({"error":"out of memory"})") ==
        "bad-response: an error in place of an answer: out of memory");
  CHECK(answered("ollama", line("a") + "<html>\n").find("bad-response: an event of the stream is not JSON") == 0);
  CHECK(answered("ollama", line("", R"("done":true,"done_reason":"load")"))
            .find("unusable: the answer ends in the finish reason `load`") == 0);
  CHECK(
      answered("ollama", line("a") + R"({"weather":"fine"})").find("bad-response: an event of the stream is not un") ==
      0);
}

TEST_CASE("ollama: all that was asked is sent where the API has it") {
  Request request = full_request();
  request.parameters.max_output_tokens = 5;
  request.parameters.seed = 3;
  CHECK(sent(provider_of("ollama"), request) ==
        R"(/api/chat Authorization=Bearer ${KEY} {"model":"m/1","messages":[{"role":"system","content":"Be brief."},)"
        R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},{"role":"user","content":"See",)"
        R"("images":["AAAA"]}],"options":{"num_predict":5,"seed":3},"format":{"type":"object","properties":{},)"
        R"("required":[],"additionalProperties":false},"stream":true})");
}

TEST_CASE("mistral: its own names, and content in chunks") {
  Request request;
  request.target.model = "mistral-small";
  request.parameters.seed = 3;
  request.parameters.max_output_tokens = 5;
  CHECK(sent(provider_of("mistral"), request) ==
        R"(/chat/completions Authorization=Bearer ${KEY} {"model":"mistral-small","messages":[],"max_tokens":5,)"
        R"("random_seed":3,"stream":true})");
  CHECK(answered("mistral", R"({"choices":[{"message":{"content":[{"type":"thinking","thinking":[{"type":"text",)"
                            R"("text":"hm"}]},{"type":"text","text":"Lima"}]},"finish_reason":"model_length"}]})") ==
        "Lima | length |  | -,-,-");
  CHECK_FALSE(provider_of("mistral").api->takes("top_k", "m"));
}

TEST_CASE("azure: a deployment in the path, or the API without a version") {
  Request request;
  request.target.model = "my deployment";
  CHECK(sent(provider_of("azure", R"({"api_version":"2024-10-21"})"), request)
            .find("/openai/deployments/my%20deployment/chat/completions?api-version=2024-10-21 api-key=${KEY} {") == 0);
  CHECK(sent(provider_of("azure"), request).find("/openai/v1/chat/completions api-key=${KEY} {\"model\":\"my deploy") ==
        0);
}

TEST_CASE("azure: an answer that its filter refuses is a refusal and no error") {
  CHECK(answered("azure",
                 R"({"error":{"message":"The prompt was filtered.","code":"content_filter","status":400,"innererror":)"
                 R"({"code":"ResponsibleAIPolicyViolation"}}})",
                 400) == " | content_filter |  | -,-,- | refused: The prompt was filtered.");
  CHECK(answered("azure", R"({"error":{"message":"Bad.","code":"invalid"}})", 400) ==
        "invalid-request: HTTP 400: Bad.");
}

TEST_CASE("ollama: a call of a tool is how an answer ends") {
  CHECK(answered("ollama", R"({"model":"m","message":{"content":"","tool_calls":[{"function":{"name":"f"}}]},)"
                           R"("done":true,"done_reason":"stop"})") == " | tool_calls | m | -,-,-");
}

TEST_CASE("what promptctl decides is no option, and tools are") {
  Request request;
  request.options = *parse_json(
      R"({"openai":{"n":2,"max_tokens":9,"tools":[{"n":1}],"stream":false,"seed":1,"meta":{"best_of":3,"x":1}}})");
  request.stream = false;
  const std::vector<std::string> expected{"n", "max_tokens", "stream", "meta.best_of"};
  CHECK(options_in_the_way(request, provider_of("openai")) == expected);
  CHECK(sent(provider_of("openai"), request).find(R"("tools":[{"n":1}],"seed":1,"meta":{"x":1}})") !=
        std::string::npos);
}
