#pragma once

#include "model/project.hpp"
#include "model/request.hpp"
#include "model/value.hpp"

namespace promptctl {

// The body of a request to OpenAI's chat completions (platform.openai.com/docs/api-reference/chat).
Value chat_request_body(const Request& request, const ProviderSettings& settings);

}  // namespace promptctl
