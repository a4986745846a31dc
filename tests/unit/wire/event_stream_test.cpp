#include "wire/event_stream.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using promptctl::EventStream;

namespace {

std::vector<std::string> events_of(const std::string& bytes, std::size_t piece) {
  std::vector<std::string> events;
  EventStream stream([&events](std::string_view data) { events.emplace_back(data); });
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    stream.feed(std::string_view(bytes).substr(at, piece));
  }
  return events;
}

}  // namespace

TEST_CASE("events are the same wherever the bytes are cut") {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "data: one\n\n: comment\nevent: x\ndata:two\ndata: three\r\n\r\ndata: ü日\r\rdata\n\nid: 7\n\ndata: cut";
  const std::vector<std::string> expected{"one", "two\nthree", "ü日", ""};
  for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
    INFO(piece);
    CHECK(events_of(bytes, piece) == expected);
  }
}

TEST_CASE("a stream that ends inside an event says so") {
  EventStream stream([](std::string_view) {});
  stream.feed("data: one\n\n");
  CHECK_FALSE(stream.has_partial_event());
  stream.feed("data: tw");
  CHECK(stream.has_partial_event());
}
