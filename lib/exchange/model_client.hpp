#pragma once

#include <chrono>
#include <functional>

#include "exchange/request.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// How many calls to one provider may be in flight.
struct Concurrency {
  int most = 1;  // whoever calls keeps to this
  int now = 1;   // of these, sent at a time: fewer while the provider limits its rate
};

// What becomes of one call.
struct CallHandlers {
  // Called exactly once, from a later `poll` or from `cancel_all`, with the answer or with why there is none.
  std::function<void(CallOutcome)> done;

  // Asked, after an attempt that may be charged for has given no answer, whether to make another; a false ends the call
  // with that attempt's error. Empty: always.
  std::function<bool(const LostAttempts& lost)> may_repeat = {};
};

// Asks models. Asynchronous on one thread: `submit` only queues; everything happens inside `poll`, callbacks too.
class ModelClient {
 public:
  virtual ~ModelClient() = default;

  // Retries, time-outs and rate limits are the client's business; the caller keeps no more calls in flight to one
  // provider than `concurrency` of it.
  virtual void submit(const Request& request, CallHandlers handlers) = 0;

  // Waits at most `timeout` for something to happen and carries on with it. Returns how many calls are under way.
  virtual std::size_t poll(std::chrono::milliseconds timeout) = 0;

  // Ends every call under way with the error `interrupted`.
  virtual void cancel_all() = 0;

  virtual Concurrency concurrency(const std::string& provider) const = 0;
};

}  // namespace promptctl
