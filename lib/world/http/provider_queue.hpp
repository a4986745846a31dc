#pragma once

#include <chrono>
#include <deque>
#include <memory>

#include "exchange/model_client.hpp"
#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "provider/provider_settings.hpp"
#include "provider/rate_limiter.hpp"
#include "provider/resolve.hpp"
#include "world/http/http_loop.hpp"

namespace promptctl {

struct ProviderQueue;

// One question to a model, with all its attempts.
struct ModelCall {
  ProviderQueue* provider = nullptr;
  Request question;
  ResolvedRequest request;
  CallHandlers handlers;
  int attempts = 0;
  LostAttempts lost;                            // of those so far
  std::chrono::microseconds submitted{0};       // on the client's clock
  std::chrono::steady_clock::time_point asked;  // when its first attempt was sent
  std::chrono::steady_clock::time_point sent;   // when its latest was
  std::chrono::steady_clock::time_point due;    // not to be sent before
};

// The calls that wait for one provider, and when they may go out.
struct ProviderQueue {
  // `settings` must outlive the queue.
  explicit ProviderQueue(const ProviderSettings& settings);

  // `used`: how much of the call's time is over.
  TransferOptions transfer_options(std::chrono::steady_clock::duration used) const;

  const ProviderSettings* settings;
  std::deque<std::unique_ptr<ModelCall>> waiting;
  RateLimiter limiter;
};

}  // namespace promptctl
