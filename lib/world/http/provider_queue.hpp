#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

#include "exchange/model_client.hpp"
#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "provider/failure_streak.hpp"
#include "provider/provider_settings.hpp"
#include "provider/rate_limiter.hpp"
#include "provider/resolve.hpp"
#include "provider/token_allowance.hpp"
#include "world/http/http_loop.hpp"
#include "world/http/token_source.hpp"

namespace promptctl {

struct ProviderQueue;

// One question to a model, with all its attempts.
struct ModelCall {
  ProviderQueue* provider = nullptr;
  Request question;
  ResolvedRequest request;
  CallHandlers handlers;
  int attempts = 0;
  long long tokens = 0;                         // that it may use: see `TokenAllowance`
  LostAttempts lost;                            // of those so far
  std::optional<ProviderError> failed;          // how the latest of them ended
  std::chrono::microseconds submitted{0};       // on the client's clock
  std::chrono::steady_clock::time_point asked;  // when its first attempt was sent
  std::chrono::steady_clock::time_point sent;   // when its latest was
  std::chrono::steady_clock::time_point due;    // not to be sent before
};

// The calls that wait for one provider, and when they may go out.
struct ProviderQueue {
  // `settings` must outlive the queue.
  ProviderQueue(const ProviderSettings& settings, TokenSource token);

  // Why a request can't be sent here; none where it can.
  std::optional<ProviderError> refusal_of(const Request& request) const;

  // `used`: how much of the call's time is over.
  TransferOptions transfer_options(std::chrono::steady_clock::duration used) const;

  // A call that waits for another attempt is in nobody's way: others may be asked for meanwhile, as many again at most.
  Concurrency concurrency() const;

  // When the call may go out, as far as limits go; a time in the past where it may now.
  std::chrono::steady_clock::time_point opens_at(const ModelCall& call) const;

  // Whether the call may go out now.
  bool may_send(const ModelCall& call, std::chrono::steady_clock::time_point now) const;

  // When one of the waiting calls may go out.
  std::chrono::steady_clock::time_point next_due() const;

  // How a waiting call ends without another attempt: with the last one's error where its time is over, or with what so
  // many before it ended in. None where it goes on.
  std::optional<ProviderError> end_of(const ModelCall& call, std::chrono::steady_clock::time_point now) const;

  const ProviderSettings* settings;
  std::deque<std::unique_ptr<ModelCall>> waiting;
  int retrying = 0;  // of these, that wait for another attempt
  RateLimiter limiter;
  TokenAllowance allowance;
  FailureStreak streak;
  TokenSource token;
};

// The time of the limiters' clock.
RateLimiter::Time limiter_time(std::chrono::steady_clock::time_point point);

}  // namespace promptctl
