#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock/mock_answers.hpp"
#include "mock/mock_script.hpp"

namespace promptctl {

// What a chat completion request asks, as far as rules look at it.
struct ChatAsked {
  std::string model;
  std::string text;  // of all messages, one after the other
  std::string last;  // of the last message
  bool stream = false;
  bool with_usage = false;
};

// None when `body` is no such request.
std::optional<ChatAsked> read_chat_request(std::string_view body);

// How many tokens a text may be: one for four bytes.
long long about_tokens(std::string_view text);

// An answer of `text`, streamed word by word where that was asked for. Without delays.
MockAnswer chat_answer(const ChatAsked& asked, const std::string& text, const std::string& finish_reason,
                       const Usage& usage);

MockAnswer error_answer(int status, std::string_view message);

// What becomes of an answer when something goes wrong with it.
MockAnswer with_fault(MockAnswer answer, const MockFault& fault);

}  // namespace promptctl
