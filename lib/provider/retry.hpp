#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/response.hpp"

namespace promptctl {

// Whether another attempt may help: connection lost, time-out, 408, 409, 429, 5xx, a malformed or cut answer. Never for
// errors that the request itself caused; what the provider says of that comes first.
bool is_retryable(const ProviderError& error);

// Exponential backoff with full jitter (M. Brooker, "Exponential Backoff And Jitter", AWS 2015): uniform between 0 and
// min(30 s, 0.5 s × 2^(attempt-1)), where `attempt` counts from 1 and `random` is uniform in [0, 1). A provider's
// `retry_after` is the least that is waited, where it is longer; on top of it comes up to a tenth, so that clients
// spread out.
std::chrono::milliseconds retry_delay(int attempt, double random, std::optional<std::chrono::milliseconds> retry_after);

// Notes what the headers of an answer say of another attempt: how long to wait (`retry-after-ms`, else `Retry-After`;
// before what the body says), and whether to make one (`x-should-retry`, which OpenAI's and Anthropic's own clients
// obey).
void heed_headers(ProviderError& error, const std::map<std::string, std::string>& headers,
                  std::chrono::system_clock::time_point now);

// The value of a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or an HTTP date after `now`; never negative.
// None when it is neither.
std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view value,
                                                           std::chrono::system_clock::time_point now);

}  // namespace promptctl
