#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

#include "model/project.hpp"
#include "model/response.hpp"
#include "wire/provider_type.hpp"
#include "world/http_loop.hpp"

namespace promptctl {

class ProviderQueue;

// One question to a model, with all its attempts.
struct ModelCall {
  ProviderQueue* provider = nullptr;
  HttpRequest http;
  std::function<std::unique_ptr<ResponseDecoder>()> make_decoder;
  std::function<void(Outcome)> done;
  int attempts = 0;
  std::chrono::steady_clock::time_point asked;
  std::chrono::steady_clock::time_point due;  // not to be sent before
};

// The calls that wait for one provider, and how many may be in flight: no more than configured, half as many after each
// 429, one more for each round of successes (additive increase, multiplicative decrease, as TCP does it).
class ProviderQueue {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `settings` must outlive the queue.
  explicit ProviderQueue(const ProviderSettings& settings);

  bool may_send(Time now) const;

  // A call goes out now; `adapt` must follow when it ends.
  void sent(Time now);

  // Learns from how a call ended.
  void adapt(const Outcome& outcome);

  TransferOptions transfer_options(std::chrono::steady_clock::duration used) const;

  const ProviderSettings* settings;
  const ProviderType* type;  // null when the settings name none
  std::deque<std::unique_ptr<ModelCall>> waiting;
  Time open_from;  // nothing is sent before

 private:
  double limit_;
  std::size_t in_flight_ = 0;
};

}  // namespace promptctl
