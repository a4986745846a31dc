#include "world/http/call_attempt.hpp"

#include <utility>

#include "provider/retry.hpp"

namespace promptctl {

CallAttempt::CallAttempt(std::unique_ptr<ModelCall> call, const Clock& clock, Ended ended)
    : call_(std::move(call)),
      clock_(clock),
      ended_(std::move(ended)),
      decoder_(*call_->provider->settings, call_->question),
      started_(clock.elapsed()) {}

void CallAttempt::head(const HttpHead& head) {
  head_ = head;
  decoder_.head(head);
}

bool CallAttempt::body(std::string_view bytes) {
  const bool more = decoder_.body(bytes);
  if (!first_token_ && decoder_.has_text()) {
    first_token_ = clock_.elapsed() - started_;
  }
  if (!decided_ && decoder_.is_decided()) {
    decided_ = clock_.elapsed() - started_;
  }
  return more;
}

void CallAttempt::finished(const ProviderError* failed) {
  const bool is_lost = failed != nullptr && !decoder_.is_decided();
  CallOutcome outcome = is_lost ? CallOutcome(*failed) : decoder_.finish();
  if (is_lost && !failed->lost.is_none()) {  // It knows only that it was sent; what has come may say what it costs.
    std::get<ProviderError>(outcome).lost = decoder_.lost();
  }
  const auto ended = clock_.elapsed() - started_;
  const std::chrono::microseconds latency = failed != nullptr ? decided_.value_or(ended) : ended;
  if (auto* error = std::get_if<ProviderError>(&outcome)) {
    heed_headers(*error, head_.headers, clock_.now());
    error->latency = latency;
  } else {
    std::get<Response>(outcome).latency = latency;
    std::get<Response>(outcome).first_token = first_token_;
    std::get<Response>(outcome).queued = started_ - call_->submitted;
  }
  ended_(*this, std::move(call_), std::move(outcome), head_);
}

}  // namespace promptctl
