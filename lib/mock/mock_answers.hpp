#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "mock/mock_script.hpp"
#include "provider/http.hpp"

namespace promptctl {

// One scripted HTTP response: what to send, and how long to wait before each piece of it.
struct MockAnswer {
  using End = HttpAnswer::End;
  using Piece = HttpAnswer::Piece;

  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<Piece> pieces;
  bool streamed = false;
  End end = End::complete;
  long long rule = -1;  // index of the rule that answered; -1: none fits
};

// Answers requests to model APIs by a script, each in the wire format of its path. Not thread-safe: it counts requests.
// Delays depend on the seed, on what was asked and on how often it was asked, not on the order in which different
// requests come.
class MockAnswers {
 public:
  // None, and the faults reported, when a reply is no template or a `regex` is none.
  static std::optional<MockAnswers> make(MockScript script, Diagnostics& diagnostics);

  MockAnswers(MockAnswers&& other) noexcept;
  MockAnswers& operator=(MockAnswers&& other) noexcept;
  ~MockAnswers();

  // To a POST: "/v1/chat/completions". `now` is the time on any one clock, for the script's limit.
  MockAnswer answer(std::string_view path, std::string_view body, std::chrono::microseconds now = {});

 private:
  struct State;
  explicit MockAnswers(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// Without a script: every request is answered with the text of its last message.
MockScript echo_script();

}  // namespace promptctl
