// Any JSON API, as promptctl.yaml describes it.

#include "tests/unit/provider/provider_bodies.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

constexpr const char* whole =
    R"({"body":{"m":"{{model}}","in":{"chat":"{{messages}}","rules":"{{system}}"},"t":"{{temperature}}","k":[1,"{{last}}"],)"
    R"("fixed":"{{ other }} x"},"answer":{"text":"/out/0/t","input_tokens":"/n/in","output_tokens":"/n/out","model":"/by"}})";
constexpr const char* events =
    R"({"body":{"q":"{{text}}","s":"{{stream}}"},"streaming":"events","answer":{"text":"/delta","finish_reason":"/why"}})";
constexpr const char* lines =
    R"({"body":{"q":"{{text}}"},"streaming":"lines","answer":{"text":"/delta","finish_reason":"/why"}})";

std::string read_by(const char* own, std::string_view body) {
  const ProviderSettings settings = provider_of("http", own);
  std::string first;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, body.size() + 1}) {
    const std::string found = shown(outcome_of(200, body, piece, settings));
    CHECK((first.empty() || first == found));
    first = found;
  }
  return first;
}

}  // namespace

TEST_CASE("http: a body is filled with what was asked, and nothing else") {
  Request request = full_request();
  request.messages.pop_back();
  ProviderSettings settings = provider_of("http", whole);
  CHECK(
      sent(settings, request) ==
      R"( Authorization=Bearer ${KEY} {"m":"m/1","in":{"chat":[{"role":"system","content":"Be brief."},)"
      R"({"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}],"rules":"Be brief."},"k":[1,"Hello"],)"
      R"("fixed":"{{ other }} x"})");
  request.parameters.temperature = 0.5;
  CHECK(sent(settings, request).find(R"("t":0.5)") != std::string::npos);
  CHECK(settings.api->takes("temperature", "m"));
  CHECK_FALSE(settings.api->takes("seed", "m"));
  CHECK(sent(provider_of("http", events), request).find(R"({"q":"Be brief.\n\nHi\n\nHello","s":true})") !=
        std::string::npos);
}

TEST_CASE("http: an answer is where the pointers say") {
  CHECK(read_by(whole, R"({"out":[{"t":"Lima"}],"n":{"in":7,"out":2},"by":"m-1"})") == "Lima | stop | m-1 | 7,2,-");
  CHECK(read_by(whole, R"({"out":[]})").find("bad-response: the answer holds no message") == 0);
  CHECK(read_by(whole, R"({"out":[{"t":{"deep":1}}]})").find("bad-response: the answer holds no message") == 0);
  CHECK(read_by(whole, R"({"out":[{"t":"Lima"}],"error":"no"})") == "bad-response: an error in place of an answer: no");
}

TEST_CASE("http: streams of events and of lines end in a reason, or were cut") {
  CHECK(read_by(events, event(R"({"delta":"Li"})") + event(R"({"delta":"ma"})") + event(R"({"why":"stop"})")) ==
        "Lima | stop |  | -,-,-");
  CHECK(read_by(lines, "{\"delta\":\"Li\"}\n{\"delta\":\"ma\",\"why\":\"length\"}\n") == "Lima | length |  | -,-,-");
  CHECK(read_by(events, event(R"({"delta":"Li"})") + event(R"({"delta":["x"]})") + event(R"({"why":"stop"})"))
            .find("bad-response: an event of the stream is not understood") == 0);
  CHECK(read_by(events, event(R"({"delta":"Li"})")) == "bad-response: the stream was cut before its end");
  CHECK(read_by(lines, "{\"delta\":\"Li\"}\n") == "bad-response: the stream was cut before its end");
}
