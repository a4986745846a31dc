#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "provider/chat_request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {

// Reads answers of chat completions, OpenAI's and of those who speak alike.
class ChatAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override;
};

// A provider that speaks them: its type says what is sent where.
class ChatProvider : public Provider {
 public:
  explicit ChatProvider(const ChatDialect& dialect) : dialect_(dialect) {}

  bool takes(std::string_view parameter, std::string_view model) const override;
  std::unique_ptr<AnswerReader> reader(const Request& request) const override;
  bool embeds() const override { return true; }

 protected:
  // What is asked for, with the last part of its path.
  struct Asked {
    std::string path;
    Value body;
  };
  Asked asked(const Request& request) const;

  const ChatDialect& dialect() const { return dialect_; }

 private:
  ChatDialect dialect_;
};

constexpr std::array<FinishWord, 5> chat_finish_words{{{"stop", "stop"},
                                                       {"tool_calls", "tool_calls"},
                                                       {"function_call", "function_call"},
                                                       {"length", "length"},
                                                       {"content_filter", "content_filter"}}};

}  // namespace promptctl
