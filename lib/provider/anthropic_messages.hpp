#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "exchange/request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {

// Anthropic's messages (docs.anthropic.com/en/api/messages), wherever they are served.

// The body of a request, less the model, which some servers have in the path.
Value messages_body(const Request& request);

// Models from Opus 4.7 on answer 400 to whatever chooses among tokens.
bool takes_sampling(std::string_view model);

bool messages_take(std::string_view parameter, std::string_view model);
std::vector<Refusal> messages_refusals(const Request& request);

// Fills in the limit that the API demands: so many tokens, besides those for thoughts, which count as output.
void complete_messages(Parameters& asked, long long most_tokens);
constexpr long long usual_most_tokens = 4096;

std::unique_ptr<AnswerReader> messages_reader();

constexpr std::array<FinishWord, 6> messages_finish_words{{{"end_turn", "stop"},
                                                           {"stop_sequence", "stop"},
                                                           {"tool_use", "tool_calls"},
                                                           {"max_tokens", "length"},
                                                           {"model_context_window_exceeded", "length"},
                                                           {"refusal", "content_filter"}}};

}  // namespace promptctl
