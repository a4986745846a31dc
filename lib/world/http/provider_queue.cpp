#include "world/http/provider_queue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {

using std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

RateLimiter::Time limiter_time(SteadyTime point) {
  return std::chrono::duration_cast<RateLimiter::Time>(point.time_since_epoch());
}

ProviderQueue::ProviderQueue(const ProviderSettings& provider, TokenSource source)
    : settings(&provider),
      limiter(provider.concurrency, provider.requests_per_minute),
      allowance(provider.tokens_per_minute),
      streak(provider.give_up_after),
      token(std::move(source)) {}

std::optional<ProviderError> ProviderQueue::refusal_of(const Request& request) const {
  using Kind = ProviderError::Kind;
  if (settings->type == nullptr) {
    return not_asked(Kind::invalid_request, fmt::format("no provider `{}`", settings->name));
  }
  if (!settings->barred.empty()) {
    return not_asked(Kind::forbidden, settings->barred);
  }
  if (request.task == Task::embedding && !settings->api->embeds()) {
    return not_asked(Kind::invalid_request,
                     fmt::format("`{}` makes no embeddings: its type is {}", settings->name, settings->type->name));
  }
  return std::nullopt;
}

TransferOptions ProviderQueue::transfer_options(std::chrono::steady_clock::duration used) const {
  TransferOptions options;
  options.connect = settings->timeouts.connect;
  options.first_byte = settings->timeouts.first_byte;
  options.idle = settings->timeouts.idle;
  options.total = std::max(milliseconds(1), settings->timeouts.total - std::chrono::duration_cast<milliseconds>(used));
  options.ca_file = settings->ca_file;
  options.certificates = settings->certificates;
  return options;
}

Concurrency ProviderQueue::concurrency() const {
  return {settings->concurrency + std::min(settings->concurrency, retrying), limiter.limit()};
}

SteadyTime ProviderQueue::opens_at(const ModelCall& call) const {
  return std::max(call.due, SteadyTime(std::max(limiter.opens_at(), allowance.opens_at(call.tokens))));
}

bool ProviderQueue::may_send(const ModelCall& call, SteadyTime now) const {
  return call.due <= now && limiter.may_send(limiter_time(now)) && opens_at(call) <= now;
}

SteadyTime ProviderQueue::next_due() const {
  SteadyTime next = SteadyTime::max();
  for (const auto& call : waiting) {
    next = std::min(next, std::max(opens_at(*call), token.due()));
  }
  return next;
}

std::optional<ProviderError> ProviderQueue::end_of(const ModelCall& call, SteadyTime now) const {
  if (token.refusal()) {
    return token.refusal();
  }
  const auto verdict = streak.verdict(call.question.target.model, limiter_time(now));
  const bool is_over = call.failed && now >= call.asked + settings->timeouts.total;
  return call.failed && (is_over || verdict) ? call.failed : verdict;
}

}  // namespace promptctl
