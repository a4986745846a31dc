#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace promptctl {

// Tokens as the provider counted them; absent where it did not say.
struct Usage {
  std::optional<long long> input = {};  // all input tokens, cached ones included
  std::optional<long long> output = {};
  std::optional<long long> cached = {};          // of the input, read from the provider's cache
  std::optional<long long> cache_write = {};     // of the input, written to it, however long it stays there
  std::optional<long long> cache_write_1h = {};  // of `cache_write`, those that stay for an hour
  std::optional<long long> reasoning = {};       // of the output
  std::optional<long long> input_audio = {};     // of the input
  std::optional<long long> cached_audio = {};    // of `cached` and of `input_audio`
  std::optional<long long> output_audio = {};    // of the output
  std::optional<long long> output_image = {};    // of the output
  std::optional<long long> searches = {};        // beside the tokens
  std::optional<long long> unpriced = {};        // whatever else is charged for, which no price here is of

  bool operator==(const Usage&) const = default;
};

// Of counts that are given twice, kind by kind, the higher one: a provider's counts grow while it answers, and what it
// leaves out of a later count is not 0.
Usage highest(const Usage& a, const Usage& b);

// One of the counts above, by the name that it has in every file: the member's.
struct UsageKind {
  std::string_view name;
  std::optional<long long> Usage::* count;
};

// All of them, in the order above.
std::span<const UsageKind> usage_kinds();

// What the attempts at one call may be charged for that gave no answer.
struct LostAttempts {
  std::vector<Usage> counted = {};  // tokens of those that said
  int uncounted = 0;                // that may be charged for, and did not say

  bool is_none() const { return counted.empty() && uncounted == 0; }
  void add(const LostAttempts& others);
};

// What a provider answered, with the times seen on the wire.
struct Response {
  std::string text;
  std::string finish_reason;  // "stop", "length", "content_filter", "tool_calls", or the provider's own word
  std::string model;          // as the provider names it; may be empty
  std::string refusal;        // the provider's own refusal field; may be empty
  std::string thoughts;       // what the model said to itself, where the provider shows it; never judged
  std::string fingerprint;    // of the configuration that the provider says it served with; may be empty
  std::string request_id;     // by which the provider finds this call; may be empty
  std::vector<std::vector<float>> embeddings;  // of `Task::embedding`: one for each message
  Usage usage;
  std::optional<std::chrono::microseconds> latency;  // request sent to last byte; none: not known, or nothing was asked
  std::optional<std::chrono::microseconds> first_token;  // TTFT: request sent to first text; none when not streamed
  std::chrono::microseconds queued{0};                   // from being asked for to its last attempt's start
  int attempts = 1;
  LostAttempts lost;    // of the attempts before the last
  bool cached = false;  // served from the cache or a cassette; times are those of the original call
};

// Why there is no answer: neither a pass nor a fail of the prompt.
struct ProviderError {
  enum class Kind {
    connect,          // no connection, TLS or name look-up failed, connection lost
    timeout,          // connect, first byte, idle or total
    rate_limited,     // 429
    server,           // 5xx, and 408, 409
    authentication,   // 401, 403
    invalid_request,  // every other 4xx
    bad_response,     // not what the protocol promises: malformed, cut short, an error in the place of an answer
    unusable,         // whole, and can't be judged: too long, or ended by a word that nobody knows
    not_recorded,     // offline, and neither cassette nor cache has the reply
    forbidden,        // the data may not be sent to this provider
    over_budget,      // the run's budget is used up
    interrupted,      // the run was stopped first
  };

  Kind kind = Kind::connect;
  std::string message;
  int status = 0;  // HTTP status; 0 when there was none
  std::optional<std::chrono::milliseconds> retry_after;
  int attempts = 1;                      // 0: nothing was sent
  std::chrono::microseconds latency{0};  // of the last attempt, to its end: of a time-out, what was waited
  LostAttempts lost = {};                // all attempts
  std::optional<bool> may_retry = {};    // what the provider says of another attempt; none: nothing
};

// Why nothing was sent.
ProviderError not_asked(ProviderError::Kind kind, std::string message);

std::string_view error_kind_name(ProviderError::Kind kind);
std::optional<ProviderError::Kind> find_error_kind(std::string_view name);

using CallOutcome = std::variant<Response, ProviderError>;

// A count of 0 tokens that can't be is none: of an input, and of an output that there is. Some servers send it where
// they do not count.
void drop_impossible_counts(Response& response);

}  // namespace promptctl
