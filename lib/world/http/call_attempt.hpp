#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "ports/clock.hpp"
#include "provider/response_decoder.hpp"
#include "world/http/http_loop.hpp"
#include "world/http/provider_queue.hpp"

namespace promptctl {

// One attempt at a call, on the wire. The clock must outlive it.
class CallAttempt : public TransferListener {
 public:
  // Hears once of the end, gets the call back, and may let go of the attempt only after `finished` has returned.
  using Ended = std::function<void(const CallAttempt& attempt, std::unique_ptr<ModelCall> call, CallOutcome outcome,
                                   const HttpHead& head)>;

  CallAttempt(std::unique_ptr<ModelCall> call, const Clock& clock, Ended ended);

  void head(const HttpHead& head) override;
  bool body(std::string_view bytes) override;
  void finished(const ProviderError* failed) override;

 private:
  std::unique_ptr<ModelCall> call_;
  const Clock& clock_;
  Ended ended_;
  ResponseDecoder decoder_;
  HttpHead head_;
  std::chrono::microseconds started_;
  std::optional<std::chrono::microseconds> first_token_;
  std::optional<std::chrono::microseconds> decided_;
};

}  // namespace promptctl
