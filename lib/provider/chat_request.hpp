#pragma once

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// What a message says, as chat APIs have it: its text, or the list of its parts where it holds more than text.
Value content_value(const Message& message);

// Whether the API takes a schema of replies, strict or not: of maps alone. Another is for the prompt to ask for.
bool is_sendable_schema(const Value& schema);

// The body of a request to OpenAI's chat completions (platform.openai.com/docs/api-reference/chat).
Value chat_request_body(const Request& request, const ProviderSettings& settings);

}  // namespace promptctl
