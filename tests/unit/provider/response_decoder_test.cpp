// What a body makes of an answer, on the openai type: real bytes of many servers.

#include <tuple>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/provider/openai_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a streamed reply decodes the same wherever its bytes are cut") {
  for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
    INFO(piece);
    REQUIRE(shown(outcome_of(200, stream, piece)) == "Grüße aus 日本 | stop | gpt-4o-mini-2024-07-18 | 19,10,4");
  }
}

TEST_CASE("a stream that is cut before its end is an error, wherever it is cut") {
  const std::size_t finished = stream.find("\"stop\"}]}") + 9;
  for (std::size_t length = 0; length < finished; ++length) {
    INFO(length);
    REQUIRE(std::get<ProviderError>(outcome_of(200, stream.substr(0, length))).kind ==
            ProviderError::Kind::bad_response);
  }
  CHECK(decoded(stream.substr(0, finished - 1)) == "bad-response: the stream was cut before its end");
  CHECK(decoded(stream.substr(0, finished)) == "Grüße aus 日本 | stop | gpt-4o-mini-2024-07-18 | -,-,-");
}

TEST_CASE("the moment of the first token is that of the first text, not of the first event") {
  ResponseDecoder decoder(plain, {});
  decoder.head({200, {}});
  decoder.body(stream.substr(0, stream.find("\n\n") + 2));
  CHECK_FALSE(decoder.has_text());
  decoder.body(stream.substr(stream.find("\n\n") + 2));
  CHECK(decoder.has_text());
}

TEST_CASE("how the connection ends does not matter once the stream's own end mark has come") {
  ResponseDecoder decoder(plain, {});
  decoder.head({200, {}});
  decoder.body(stream.substr(0, stream.size() - 2));
  CHECK_FALSE(decoder.is_decided());
  decoder.body("\n\n");
  CHECK(decoder.is_decided());
}

TEST_CASE("a reply in one piece, with usage, refusal and finish reason") {
  CHECK(decoded(R"({"model":"m","choices":[{"message":{"role":"assistant","content":"Hi"},"finish_reason":"length"}],)"
                R"("usage":{"prompt_tokens":3,"completion_tokens":1}})") == "Hi | length | m | 3,1,-");
  CHECK(decoded(R"({"choices":[{"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}]})") ==
        " | stop |  | -,-,- | refused: I can't.");
}

TEST_CASE("an answer without text is an answer") {
  for (const char* word : {"content_filter", "length", "tool_calls", "stop"}) {
    INFO(word);
    const std::string expected = std::string(" | ") + word + " |  | -,-,-";
    CHECK(decoded(R"({"choices":[{"message":{"content":null},"finish_reason":")" + std::string(word) + "\"}]}") ==
          expected);
    CHECK(decoded(event(R"({"choices":[{"delta":{"role":"assistant"}}]})") + ended(word) + done) == expected);
  }
}

TEST_CASE("harmless deviations lose no answer") {
  const std::string whole = R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})";
  const std::string good = "Hi | stop |  | -,-,-";
  const std::vector<std::pair<std::string, std::string>> bodies{
      {"keep-alives as data", event(": keepalive") + "data:\n\n" + said("Hi") + event("null") + ended("stop") + done},
      {"events of the proxy's own", "event: ping\ndata: pong\n\n" + said("Hi") + ended("stop") + done},
      {"comments before", ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n" + said("Hi") + ended("stop") + done},
      {"comments before JSON", ": waiting\n\n" + whole},
      {"blank lines before JSON", "\n\n\r\n " + whole},
      {"a byte order mark", "\xEF\xBB\xBF" + whole},
      {"a byte order mark before events", "\xEF\xBB\xBF" + said("Hi") + ended("stop") + done},
      {"a byte order mark before a comment", "\xEF\xBB\xBF: waiting\n\n" + said("Hi") + ended("stop") + done},
      {"no blank line at the end", said("Hi") + ended("stop") + "data: [DONE]\n"},
      {"no line break at the end", said("Hi") + ended("stop") + "data: [DONE]"},
      {"one line break between events", R"(data: {"choices":[{"delta":{"content":"H"}}]})"
                                        "\n"
                                        R"(data: {"choices":[{"delta":{"content":"i"}}]})"
                                        "\n"
                                        R"(data: {"choices":[{"delta":{},"finish_reason":"stop"}]})"
                                        "\ndata: [DONE]\n"},
      {"JSON on several lines of data",
       "data: {\ndata: \"choices\":[{\"message\":{\"content\":\"Hi\"},\ndata: \"finish_reason\":\"stop\"}]}\n\n"},
      {"no end mark", said("Hi") + ended("stop")},
      {"JSON, then the end mark", whole + "data: [DONE]\n\n"},
      {"JSON as an event", event(whole) + done},
      {"a key twice", event(R"({"choices":[{"delta":{"content":"no","content":"Hi"},"finish_reason":"stop"}]})")},
      {"NaN",
       event(R"({"choices":[{"logprobs":[NaN,-Infinity,1e999],"delta":{"content":"Hi"},"finish_reason":"stop"}]})")},
      {"parts",
       event(R"({"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},)"
             R"({"type":"text","text":"H"},"i"]},"finish_reason":"stop"}]})")},
      {"parts of other types",
       event(R"({"choices":[{"delta":{"content":[{"type":"reasoning","text":"hm"},{"type":"markdown","text":"Hi"},)"
             R"({"type":"image_url","image_url":{}}]},"finish_reason":"stop"}]})")},
      {"a whole message at the end",
       event(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})") + done},
      {"whole messages beside the pieces",
       event(R"({"choices":[{"delta":{"content":"H"},"message":{"content":"H"}}]})") +
           event(R"({"choices":[{"delta":{"content":"i"},"message":{"content":"Hi"},"finish_reason":"stop"}]})") +
           done},
      {"error fields that say there is none",
       R"({"error":null,"choices":[{"error":"","message":{"content":"Hi","error":false},"finish_reason":"stop"}]})"},
      {"usage apart and empty", said("Hi") + ended("stop") + event(R"({"usage":{}})") + done}};
  for (const auto& [what, body] : bodies) {
    INFO(what);
    CHECK(decoded(body) == good);
    for (std::size_t piece = 1; piece <= 8; ++piece) {
      INFO(piece);
      CHECK(shown(outcome_of(200, body, piece)) == good);
    }
  }
  CHECK(decoded(said("\\ud83d") + said("\\ude00") + ended("stop")) == "\xF0\x9F\x98\x80 | stop |  | -,-,-");
  CHECK(decoded(said("\\ud83d!") + ended("stop")) == "\xEF\xBF\xBD! | stop |  | -,-,-");
  CHECK(decoded(said("\xE6\x97") + said("\xA5") + ended("stop")) == "日 | stop |  | -,-,-");
}

TEST_CASE("token counts that can't be are no counts") {
  for (const char* count : {"-1", "1e300", "9223372036854775807", "1.5", "\"7\""}) {
    INFO(count);
    CHECK(decoded(std::string(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}],)") +
                  R"("usage":{"prompt_tokens":)" + count + R"(,"completion_tokens":2}})") == "Hi | stop |  | -,2,-");
  }
}

TEST_CASE("a stream without an end of line does not fill the memory") {
  ResponseDecoder decoder(plain, {});
  decoder.head({200, {}});
  decoder.body("data: ");
  const std::string piece(1U << 20U, 'x');
  int pieces = 0;
  while (decoder.body(piece) && pieces < 100) {
    ++pieces;
  }
  CHECK(pieces == 15);
  CHECK(shown(decoder.finish()) == "unusable: the reply is longer than 16 MiB");
}

TEST_CASE("only a finish reason that is known marks a whole answer") {
  const std::string advice =
      "; if that marks a whole answer, say so under `finish_reasons` of the provider in promptctl.yaml";
  CHECK(decoded(said("Hi") + done) == "bad-response: the answer ends without a finish reason" + advice);
  CHECK(decoded(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":null}]})") ==
        "bad-response: the answer ends without a finish reason" + advice);
  CHECK(decoded(said("Hi") + ended("error") + done) == "bad-response: the answer ends in the finish reason `error`");
  CHECK(decoded(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"error"}]})") ==
        "bad-response: the answer ends in the finish reason `error`");
  CHECK(decoded(said("Hi") + ended("eos_token") + done) ==
        "unusable: the answer ends in the finish reason `eos_token`, which `openai` does not know" + advice);
  CHECK(decoded(said("Hi") + ended("stop") + ended("error") + done) ==
        "bad-response: the answer ends in the finish reason `error`");
  CHECK(decoded(said("Hi") + ended("abort") + ended("stop") + done).starts_with("unusable: "));
  CHECK(decoded(R"({"choices":[{"message":{"content":"Hi"},"finish_reason":{"type":"stop"}}]})")
            .starts_with(R"(unusable: the answer ends in the finish reason `{"type":"stop"}`)"));
}

TEST_CASE("settings map a provider's own words to those that are known") {
  const ProviderSettings settings = settings_with({{"eos_token", "stop"}, {"", "length"}});
  const auto ends = [&settings](const std::string& body) { return shown(outcome_of(200, body, 7, settings)); };
  CHECK(ends(said("Hi") + ended("eos_token") + done) == "Hi | stop |  | -,-,-");
  CHECK(ends(said("Hi") + done) == "Hi | length |  | -,-,-");
  CHECK(ends(said("Hi")) == "bad-response: the stream was cut before its end");
  CHECK(ends(said("Hi") + ended("abort") + done).starts_with("unusable: "));
}

TEST_CASE("an attempt without an answer says what it may be charged for") {
  const auto lost = [](int status, const std::string& body) {
    const auto error = std::get<ProviderError>(outcome_of(status, body));
    std::string text = std::to_string(error.lost.uncounted);
    for (const Usage& counted : error.lost.counted) {
      text += " " + std::to_string(*counted.input) + "," + std::to_string(*counted.output);
    }
    return text;
  };
  CHECK(lost(200, said("Hi") + usage + ended("error")) == "0 10,5");
  CHECK(lost(200, said("Hi") + ended("error") + usage) == "0 10,5");
  CHECK(lost(200, ended("abort", R"(,"usage":{"prompt_tokens":10,"completion_tokens":5})")) == "0 10,5");
  CHECK(lost(200, said("Hi")) == "1");
  CHECK(lost(200, said("Hi") + event(R"({"choices":[],"usage":{"prompt_tokens":10}})")) == "1");
  CHECK(lost(206, "") == "1");
  CHECK(lost(200, ended("error", R"(,"usage":{"prompt_tokens":0,"completion_tokens":0})")) == "1");
  CHECK(lost(200, said("Hi") + ended("error", R"(,"usage":{"prompt_tokens":9,"completion_tokens":0})")) == "1");
  CHECK(lost(500, "oops") == "1");
  CHECK(lost(502, R"({"error":{"message":"late"},"usage":{"prompt_tokens":10,"completion_tokens":5}})") == "0 10,5");
  CHECK(lost(504, "") == "1");
  CHECK(lost(408, "") == "1");
  for (const int refused : {301, 400, 401, 402, 404, 429, 503, 529}) {
    CHECK(lost(refused, "{}") == "0");
  }
}

TEST_CASE("what is known of tokens is not wiped by what is not") {
  const auto counted = [](const std::string& more) {
    return decoded(said("Hi") + usage + more + ended("stop") + done);
  };
  CHECK(counted("") == "Hi | stop |  | 10,5,-");
  CHECK(counted(event(R"({"choices":[],"usage":{}})")) == "Hi | stop |  | 10,5,-");
  CHECK(counted(event(R"({"choices":[],"usage":null})")) == "Hi | stop |  | 10,5,-");
  CHECK(counted(event(R"({"choices":[],"usage":{"prompt_tokens":0,"completion_tokens":0}})")) ==
        "Hi | stop |  | 10,5,-");
  CHECK(counted(event(R"({"choices":[{"delta":{},"usage":{"prompt_tokens":10,"completion_tokens":7}}]})")) ==
        "Hi | stop |  | 10,7,-");
}

TEST_CASE("of several finish reasons the worst counts") {
  CHECK(decoded(said("Hi") + ended("length") + ended("stop") + done).starts_with("Hi | length"));
  CHECK(decoded(said("Hi") + ended("stop") + ended("content_filter") + done).starts_with("Hi | content_filter"));
  CHECK(decoded(said("Hi") + ended("stop") + ended("stop") + done).starts_with("Hi | stop"));
}

TEST_CASE("only the first choice is the answer") {
  const std::string other = event(R"({"choices":[{"index":1,"delta":{"content":"not "},"finish_reason":"stop"}]})");
  CHECK(decoded(said("It is ") + other + said("Lima.") + ended("length") + done).starts_with("It is Lima. | length"));
  CHECK(decoded(said("It is ") + other) == "bad-response: the stream was cut before its end");
  CHECK(decoded(R"({"choices":[{"index":1,"message":{"content":"no"},"finish_reason":"stop"},)"
                R"({"index":0,"message":{"content":"yes"},"finish_reason":"stop"}]})")
            .starts_with("yes | stop"));
  CHECK(decoded(R"({"choices":[{"message":{"content":"yes"},"finish_reason":"stop"}]})").starts_with("yes | stop"));
}

TEST_CASE("a whole message beside the pieces of a stream must agree with them") {
  const auto whole = [](const std::string& text) {
    return event(R"({"choices":[{"index":0,"message":{"content":")" + text + R"("},"finish_reason":"stop"}]})") + done;
  };
  CHECK(decoded(said("It is ") + whole("It is Lima.")).starts_with("It is Lima. | stop"));
  CHECK(decoded(said("It is ") + said("Lima.") + whole("It is ")).starts_with("It is Lima. | stop"));
  CHECK(decoded(said("Lima.") + whole("It is ")) ==
        "bad-response: the pieces of the answer and its whole message differ");
}

TEST_CASE("a refusal among the parts is the model's own refusal") {
  CHECK(decoded(R"({"choices":[{"message":{"content":[{"type":"refusal","refusal":"No."},)"
                R"({"type":"text","text":"Lima"}]},"finish_reason":"stop"}]})") ==
        "Lima | stop |  | -,-,- | refused: No.");
}
