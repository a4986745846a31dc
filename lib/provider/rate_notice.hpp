#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace promptctl {

// What an answer's headers say of one limit.
struct LimitNotice {
  std::optional<long long> limit;
  std::optional<long long> remaining;
  std::optional<std::chrono::milliseconds> reset;  // until all of it may be used again
};

struct RateNotice {
  LimitNotice requests;
  LimitNotice tokens;
};

// Reads `x-ratelimit-…-requests` and `-tokens` of OpenAI and its like (a reset is a duration like Go's, "1m12.3s", or
// seconds), and `anthropic-ratelimit-requests-…` and `-tokens-…` (a reset is a time, RFC 3339).
RateNotice read_rate_notice(const std::map<std::string, std::string>& headers,
                            std::chrono::system_clock::time_point now);

}  // namespace promptctl
