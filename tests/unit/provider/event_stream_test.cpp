#include "provider/event_stream.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using promptctl::EventStream;
using promptctl::StreamEvent;

namespace {

// "name|data" of each event.
std::vector<std::string> events_of(const std::string& bytes, std::size_t piece) {
  std::vector<std::string> events;
  EventStream stream([&events](const StreamEvent& event) {
    events.push_back(std::string(event.name) + "|" + std::string(event.data));
  });
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    stream.feed(std::string_view(bytes).substr(at, piece));
  }
  stream.finish();
  return events;
}

void check_wherever_cut(const std::string& bytes, const std::vector<std::string>& expected) {
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    INFO(piece);
    CHECK(events_of(bytes, piece) == expected);
  }
}

}  // namespace

TEST_CASE("events are the same wherever the bytes are cut") {
  check_wherever_cut(
      "\xEF\xBB\xBF"
      "data: one\n\n: comment\nevent: x\ndata:two\ndata: three\r\n\r\ndata: ü日\r\rdata\n\nid: 7\n\ndata: four\n\n",
      {"|one", "x|two\nthree", "|ü日", "|", "|four"});
}

TEST_CASE("the end of the body ends the last event, with or without a line break") {
  check_wherever_cut("data: one\n\ndata: two\n", {"|one", "|two"});
  check_wherever_cut("data: one\n\ndata: tw", {"|one", "|tw"});
  check_wherever_cut("event: error", {"error|"});
  check_wherever_cut(": comment", {});
}

TEST_CASE("an error is an event, as a name and as a field of its own") {
  check_wherever_cut("event: error\ndata: {}\n\nevent: error\n\ndata: [DONE]\n\n", {"error|{}", "error|", "|[DONE]"});
  check_wherever_cut("data: a\n\n{\"error\":1}\n\n", {"|a", "|{\"error\":1}"});
  check_wherever_cut("error: {\"code\":500}\n\ndata: [DONE]\n\n", {"error|{\"code\":500}", "|[DONE]"});
}
