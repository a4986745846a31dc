#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// Fields in which an error has its code, status or type.
constexpr std::array<std::string_view, 8> mark_names{"code",        "status",     "type",       "status_code",
                                                     "http_status", "error_code", "error_type", "errno"};

// What holds the error of a body: servers put it into a list of one.
const Value& unwrapped(const Value& body);

// An HTTP status that an error names as its code: 402, "429".
std::optional<int> error_code_of(const Value& body);

// The kind that an error's code, status or type stands for; `bad_response` where they say nothing.
ProviderError::Kind error_kind_of(const Value& body);

// Whether the error says that the account, or the day's share of it, is used up: no wait mends that.
bool is_used_up(const Value& body);

// How long the body of an error says to wait: Gemini's `retryDelay`, "31s".
std::optional<std::chrono::milliseconds> retry_delay_in(const Value& body);

}  // namespace promptctl
