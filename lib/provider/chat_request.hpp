#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/sent_parameters.hpp"

namespace promptctl {

// "assistant" for the model, and the others as we call them.
std::string_view chat_role_name(Role role);

// Messages as chat APIs have them: a list of `role` and `content`.
Value chat_messages_value(const std::vector<Message>& messages);

// What a message says, as chat APIs have it: its text, or the list of its parts where it holds more than text.
Value content_value(const Message& message);

// Whether the API takes a schema of replies, strict or not: of maps alone. Another is for the prompt to ask for.
bool is_sendable_schema(const Value& schema);

// Whether OpenAI's strict mode takes a schema: no map in it allows further fields, and each demands all it names.
bool is_strict_schema(const Value& schema);

// Where OpenAI's chat completions have parameters.
constexpr std::array<SentParameter, 10> chat_parameters{{{"temperature", "temperature"},
                                                         {"top_p", "top_p"},
                                                         {"max_output_tokens", "max_completion_tokens"},
                                                         {"seed", "seed"},
                                                         {"stop", "stop"},
                                                         {"frequency_penalty", "frequency_penalty"},
                                                         {"presence_penalty", "presence_penalty"},
                                                         {"reasoning_effort", "reasoning_effort"},
                                                         {"verbosity", "verbosity"},
                                                         {"service_tier", "service_tier"}}};

// What a server can be told of the form of a reply, from the most to nothing.
enum class ResponseFormat { json_schema, json_object, none };

// How one server's chat completions differ from OpenAI's.
struct ChatDialect {
  std::span<const SentParameter> parameters;
  bool asks_for_usage = true;  // of a stream, which else has none
  ResponseFormat response_format = ResponseFormat::json_schema;
};

// The body of a request to OpenAI's chat completions (platform.openai.com/docs/api-reference/chat).
Value chat_request_body(const Request& request, const ChatDialect& dialect);

}  // namespace promptctl
