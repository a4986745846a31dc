#pragma once

#include <array>

#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {

// Reads answers of chat completions, OpenAI's and of those who speak alike.
class ChatAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override;
};

constexpr std::array<FinishWord, 5> chat_finish_words{{{"stop", "stop"},
                                                       {"tool_calls", "tool_calls"},
                                                       {"function_call", "function_call"},
                                                       {"length", "length"},
                                                       {"content_filter", "content_filter"}}};

}  // namespace promptctl
