// What a model says to itself is kept apart from what it answers.

#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// "thoughts | text", the same wherever the bytes are cut.
std::string thought(const ProviderSettings& settings, const std::string& body, bool is_stream = true) {
  std::string first;
  for (const std::size_t piece : {body.size(), std::size_t{1}, std::size_t{5}}) {
    Request request;
    request.stream = is_stream;
    ResponseDecoder decoder(settings, request);
    decoder.head({200, {}});
    for (std::size_t at = 0; at < body.size(); at += piece) {
      decoder.body(std::string_view(body).substr(at, piece));
    }
    const CallOutcome outcome = decoder.finish();
    const auto* error = std::get_if<ProviderError>(&outcome);
    const std::string found = error != nullptr
                                  ? error->message
                                  : std::get<Response>(outcome).thoughts + " | " + std::get<Response>(outcome).text;
    CHECK((first.empty() || found == first));
    first = found;
  }
  return first;
}

std::string thought(const char* type, const std::string& body) {
  return thought(provider_of(type), body);
}

std::string tagged(const std::string& text, ThinkTags tags = ThinkTags::both) {
  ProviderSettings settings = provider_of("openai");
  settings.think_tags = tags;
  Value message = map_value().set("content", text_value(text));
  Value choice = map_value().set("message", std::move(message)).set("finish_reason", text_value("stop"));
  return thought(settings, compact_json(map_value().set("choices", list_value({std::move(choice)}))));
}

}  // namespace

TEST_CASE("thoughts of each API stand apart") {
  const std::string end = event(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})");
  CHECK(thought("openai", event(R"({"choices":[{"delta":{"reasoning_content":"h"}}]})") +
                              event(R"({"choices":[{"delta":{"reasoning_content":"m"}}]})") +
                              event(R"({"choices":[{"delta":{"content":"Lima"}}]})") + end) == "hm | Lima");
  CHECK(thought("openai", event(R"({"choices":[{"delta":{"reasoning":"hm","content":"Lima"}}]})") + end) ==
        "hm | Lima");
  CHECK(thought("mistral",
                R"({"choices":[{"message":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},)"
                R"({"type":"text","text":"Lima"}]},"finish_reason":"stop"}]})") == "hm | Lima");
  CHECK(thought("gemini", R"({"candidates":[{"content":{"parts":[{"text":"hm","thought":true},{"text":"Lima"}]},)"
                          R"("finishReason":"STOP"}]})") == "hm | Lima");
  CHECK(thought("ollama",
                "{\"message\":{\"thinking\":\"h\"},\"done\":false}\n"
                "{\"message\":{\"thinking\":\"m\",\"content\":\"Lima\"},\"done\":true}\n") == "hm | Lima");
  CHECK(thought("openai-responses",
                R"({"object":"response","status":"completed","output":[{"type":"reasoning","summary":)"
                R"([{"type":"summary_text","text":"hm"}]},{"type":"message","content":)"
                R"([{"type":"output_text","text":"Lima"}]}]})") == "hm | Lima");
}

TEST_CASE("thoughts in the text are told by their tags, where the provider is said to have them") {
  CHECK(tagged("<think>hm</think>\n\nLima") == "hm | Lima");
  CHECK(tagged("\n <think>\nhm\n</think>Lima</think>") == "hm | Lima</think>");
  CHECK(tagged("<think>hm") == "hm | ");
  CHECK(tagged("Close it with </think> and go on") == " | Close it with </think> and go on");
  CHECK(tagged("ok<think>late</think>") == " | ok<think>late</think>");
  CHECK(tagged("hm</think>\nLima</think>", ThinkTags::end) == "hm | Lima</think>");
  CHECK(tagged("<think>hm</think>Lima", ThinkTags::end) == "hm | Lima");
  CHECK(tagged("Lima", ThinkTags::end) == " | Lima");
  CHECK(tagged("Lima") == " | Lima");
  CHECK(tagged("Lima <think>hm") == " | Lima <think>hm");
  CHECK(thought("openai", R"({"choices":[{"message":{"content":"<think>hm</think>Lima"},"finish_reason":"stop"}]})") ==
        " | <think>hm</think>Lima");
}

TEST_CASE("the first text is the first after the thoughts") {
  ProviderSettings settings = provider_of("openai");
  settings.think_tags = ThinkTags::both;
  const Request request;
  ResponseDecoder decoder(settings, request);
  decoder.head({200, {}});
  for (const char* piece : {"<thi", "nk>a", "b</th", "ink>", "\\n"}) {
    decoder.body(event(R"({"choices":[{"delta":{"content":")" + std::string(piece) + "\"}}]}"));
    INFO(piece);
    CHECK_FALSE(decoder.has_text());
  }
  decoder.body(event(R"({"choices":[{"delta":{"content":"L"}}]})"));
  CHECK(decoder.has_text());
}
