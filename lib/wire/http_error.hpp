#pragma once

#include <string_view>

#include "model/response.hpp"

namespace promptctl {

// The kind of error that an HTTP status of 300 or more stands for.
ProviderError::Kind error_kind(int status);

// What a provider's error body says, in one line: `error.message` or `message` where it is JSON, else its first words.
ProviderError http_error(int status, std::string_view body);

}  // namespace promptctl
