// What stands among the pieces of an answer: what may be skipped, and what would be lost by it. On the openai type.

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/unit/provider/openai_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

std::string with(const std::string& piece) {
  return decoded(said("Yes") + piece + ended("stop") + done);
}

std::string whole(const std::string& content) {
  return decoded(R"({"choices":[{"message":{"content":)" + content + R"(},"finish_reason":"stop"}]})");
}

}  // namespace

TEST_CASE("an event that is not understood is not skipped") {
  const std::vector<std::string> pieces{R"([{"choices":[{"delta":{"content":" if"}}]}])",
                                        R"({"choices":[{"delta":" if"}]})",
                                        R"({"choices":[{"delta":[{"content":" if"}]}]})",
                                        R"({"choices":[{"delta":{"text":" if"}}]})",
                                        R"({"choices":[{"delta":{"content":"","text":" if"}}]})",
                                        R"({"choices":[{"index":0,"text":" if"}]})",
                                        R"({"choices":[{"index":0,"content":" if"}]})",
                                        R"({"choices":[{"message":" if"}]})",
                                        R"({"choices":[" if"]})",
                                        R"({"choices":[[]]})",
                                        R"({"choices":{"delta":{"content":" if"}}})",
                                        R"({"choices":" if"})",
                                        R"({"choice":[{"delta":{"content":" if"}}]})",
                                        R"({"message":"upstream went away","reason":"restart"})",
                                        R"({"type":"content_block_delta","delta":{"text":" if"}})",
                                        R"({"response":" if"})",
                                        R"({"gateway":{"note":{"text":" if"}}})",
                                        R"({"gateway":{"output_text":" if"}})",
                                        R"({"gateway":{"error":"went away"}})",
                                        R"({"events":[{"status":"failed"}]})",
                                        R"({"truncated":true})"};
  for (const std::string& piece : pieces) {
    INFO(piece);
    CHECK(with(event(piece)) == "bad-response: an event of the stream is not understood: " + piece);
  }
  CHECK(decoded(R"({"choices":[{"message":{"content":"Yes"},"finish_reason":"stop"}]})"
                "\ndata: {\"text\":\" if\"}\n\n") ==
        R"(bad-response: an event of the stream is not understood: {"text":" if"})");
}

TEST_CASE("what is no event fails the stream that it stands in") {
  CHECK(with("<html>502 Bad Gateway</html>\n\n") ==
        "bad-response: an event of the stream is not JSON: <html>502 Bad Gateway</html>");
  CHECK(with("upstream went away\n\n") == "bad-response: an event of the stream is not JSON: upstream went away");
  CHECK(with("message: upstream went away\n\n") ==
        "bad-response: an event of the stream is not JSON: message: upstream went away");
  CHECK(with("event: notice\ndata: going down\n\n") == "bad-response: an event of the stream is not JSON: going down");
  CHECK(with("{\n\"error\":\n\"late\"}\n\n") == "bad-response: an error in place of an answer: late");
}

TEST_CASE("an event whose name says that something went wrong is an error") {
  for (const char* name : {"response.failed", "failed", "timeout", "upstream_timed_out", "aborted", "Cancelled"}) {
    INFO(name);
    const std::string head = std::string("event: ") + name + "\n";
    CHECK(with(head + "data: {\"message\":\"no\"}\n\n") == "bad-response: an error in place of an answer: no");
    CHECK(with(head + "data: no\n\n") == "bad-response: an error in place of an answer: no");
    CHECK(with(head + "data:\n\n") == "bad-response: an error in place of an answer");
    CHECK(with(head + "\n") == "bad-response: an error in place of an answer");
  }
}

TEST_CASE("what servers send beside the pieces loses no answer") {
  const std::vector<std::string> pieces{
      event("{}"),
      event("[]"),
      event("ping"),
      event(R"({"type":"ping"})"),
      event(R"({"type":"gateway.trace","gateway":{"region":"eu-west-1","hops":[{"name":"edge","ms":3}]}})"),
      event(R"({"event":"queue.position","position":3,"eta_ms":1200})"),
      event(R"({"object":"chat.completion.routing","route":"cheap","candidates_tried":2})"),
      event(R"({"event":"keep-alive","time":1764360000})"),
      event(R"({"ping":1764360000})"),
      "event: ping\ndata: {\"at\":\"2026-11-28T20:00:00Z\"}\n\n",
      "event: keep_alive\ndata: still here\n\n",
      "event: heartbeat\n\n",
      "event: notice\n\n",
      "id: 7\nretry: 100\n\n",
      "keep-alive\n\n",
      "  \n\n",
      event(
          R"({"id":"","object":"","model":"","created":0,"choices":[],"prompt_filter_results":[{"prompt_index":0}]})"),
      event(R"({"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}]})"),
      event(R"({"choices":[],"another_extension":{"a":1}})"),
      event(R"({"id":"a","object":"chat.completion.chunk","created":1764360000,"model":"","choices":null})"),
      event(R"({"citations":["https://a.example"],"search_results":[{"title":"a"}]})"),
      event(R"({"response":"","usage":{"prompt_tokens":1}})"),
      event(R"({"choices":[{"index":0,"finish_reason":null,"content_filter_results":{"hate":{"filtered":false}},)"
            R"("content_filter_offsets":{"check_offset":44}}]})"),
      event(R"({"choices":[{"index":0,"delta":[],"finish_reason":null}]})"),
      event(R"({"choices":[{"index":0,"delta":null,"finish_reason":null}]})"),
      event(R"({"choices":[{"index":0,"text":"","delta":{"content":""}}]})"),
      event(R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]})")};
  for (const std::string& piece : pieces) {
    INFO(piece);
    CHECK(with(piece).starts_with("Yes | stop | "));
  }
  CHECK(decoded(event(R"({"choices":[{"text":"Yes","delta":{"content":"Yes"},"finish_reason":"stop"}]})") + done)
            .starts_with("Yes | stop | "));
}

TEST_CASE("a part without text is skipped only where its type has none") {
  const std::string lost = "bad-response: a part of the answer holds no text that can be read: ";
  for (const char* part : {R"({"type":"text","content":" if"})", R"({"type":"text","text":{"value":" if"}})",
                           R"({"type":"output","value":" if"})", R"({"answer":" if"})", "7", R"([" if"])"}) {
    INFO(part);
    CHECK(whole(R"([{"type":"text","text":"Yes"},)" + std::string(part) + "]") == lost + part);
  }
  CHECK(whole(R"({"answer":"Yes"})") == lost + R"({"answer":"Yes"})");
  for (const char* part :
       {R"({"type":"image_url","image_url":{"url":"data:"}})", R"({"type":"reasoning","summary":["hm"]})",
        R"({"type":"thinking","thinking":"hm","text":"hm"})", R"({"type":"redacted_thinking","data":"x"})",
        R"({"type":"reference","reference_ids":[1]})", R"({"type":"tool_use","input":{"a":1}})",
        R"({"type":"text","text":"","index":1})", R"({"type":"text"})", "{}", "null", R"("")"}) {
    INFO(part);
    CHECK(whole(R"([{"type":"text","text":"Yes"},)" + std::string(part) + "]").starts_with("Yes | stop"));
  }
  CHECK(whole(R"({"type":"text","text":"Yes"})").starts_with("Yes | stop"));
  CHECK(whole("{}").starts_with(" | stop"));
}
