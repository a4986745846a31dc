#pragma once

#include <span>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/sent_parameters.hpp"

namespace promptctl {

// What a message says, as chat APIs have it: its text, or the list of its parts where it holds more than text.
Value content_value(const Message& message);

// Whether the API takes a schema of replies, strict or not: of maps alone. Another is for the prompt to ask for.
bool is_sendable_schema(const Value& schema);

// Whether OpenAI's strict mode takes a schema: no map in it allows further fields, and each demands all it names.
bool is_strict_schema(const Value& schema);

// How one server's chat completions differ from OpenAI's.
struct ChatDialect {
  std::span<const SentParameter> parameters;
  bool asks_for_usage = true;  // of a stream, which else has none
};

// The body of a request to OpenAI's chat completions (platform.openai.com/docs/api-reference/chat).
Value chat_request_body(const Request& request, const ChatDialect& dialect);

}  // namespace promptctl
