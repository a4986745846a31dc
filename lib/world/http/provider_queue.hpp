#pragma once

#include <chrono>
#include <deque>
#include <memory>

#include "exchange/model_client.hpp"
#include "exchange/request.hpp"
#include "exchange/response.hpp"
#include "provider/provider_settings.hpp"
#include "provider/resolve.hpp"
#include "world/http/http_loop.hpp"

namespace promptctl {

class ProviderQueue;

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

// The calls that wait for one provider, and how many may be in flight: no more than configured, half as many after each
// round of 429s, one more for each round of successes (additive increase, multiplicative decrease, as TCP does it).
class ProviderQueue {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `settings` must outlive the queue.
  explicit ProviderQueue(const ProviderSettings& settings);

  bool may_send(Time now) const;

  // A call goes out now; `adapt` must follow when it ends.
  void sent(Time now);

  // Learns from how a call ended that was sent at `sent`. Calls sent before the limit was last halved do not halve it
  // again.
  void adapt(const Outcome& outcome, Time sent);

  // How many may be in flight.
  int limit() const { return static_cast<int>(limit_); }

  TransferOptions transfer_options(std::chrono::steady_clock::duration used) const;

  const ProviderSettings* settings;
  std::deque<std::unique_ptr<ModelCall>> waiting;
  Time open_from;  // nothing is sent before

 private:
  double limit_;
  Time halved_;
  std::size_t in_flight_ = 0;
};

}  // namespace promptctl
