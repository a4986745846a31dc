#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "exchange/request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {

// Google's generateContent (ai.google.dev/api/generate-content), of Gemini's API and of Vertex.

Value gemini_body(const Request& request);

// "/models/gemini-x:streamGenerateContent"
std::string gemini_path(const Request& request);

bool gemini_takes(std::string_view parameter);

std::unique_ptr<AnswerReader> gemini_reader();

constexpr std::string_view called_tools = "functionCall";  // Such answers end with STOP as well.

constexpr std::array<FinishWord, 10> gemini_finish_words{{{"STOP", "stop"},
                                                          {called_tools, "tool_calls"},
                                                          {"MAX_TOKENS", "length"},
                                                          {"SAFETY", "content_filter"},
                                                          {"RECITATION", "content_filter"},
                                                          {"LANGUAGE", "content_filter"},
                                                          {"BLOCKLIST", "content_filter"},
                                                          {"PROHIBITED_CONTENT", "content_filter"},
                                                          {"SPII", "content_filter"},
                                                          {"IMAGE_SAFETY", "content_filter"}}};

}  // namespace promptctl
