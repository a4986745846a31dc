#include "world/http/http_model_client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <optional>
#include <utility>

#include "base/random.hpp"
#include "provider/provider.hpp"
#include "provider/redact.hpp"
#include "provider/resolve.hpp"
#include "provider/response_decoder.hpp"
#include "provider/retry.hpp"
#include "world/http/http_loop.hpp"
#include "world/http/provider_queue.hpp"

namespace promptctl {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr long most_connections = 4096;

RateLimiter::Time time_of(SteadyClock::time_point point) {
  return std::chrono::duration_cast<RateLimiter::Time>(point.time_since_epoch());
}

}  // namespace

class HttpModelClient::Calls {
 public:
  Calls(const Project& project, const std::map<std::string, std::string>& variables, const Clock& clock,
        std::uint64_t seed)
      : variables_(variables), clock_(clock), random_(seed), loop_(most_connections) {
    for (const auto& [name, settings] : project.providers) {
      providers_.emplace(name, ProviderQueue(settings));
    }
  }

  void submit(const Request& request, CallHandlers handlers);
  std::size_t poll(milliseconds timeout);
  void cancel_all();
  Concurrency concurrency(const std::string& name) const;

 private:
  // One attempt at a call, on the wire.
  class Attempt : public TransferListener {
   public:
    Attempt(Calls& calls, std::unique_ptr<ModelCall> call)
        : calls_(calls),
          call_(std::move(call)),
          decoder_(*call_->provider->settings, call_->question),
          started_(calls.clock_.elapsed()) {}

    void head(const HttpHead& head) override {
      head_ = head;
      decoder_.head(head);
    }

    bool body(std::string_view bytes) override {
      const bool more = decoder_.body(bytes);
      if (!first_token_ && decoder_.has_text()) {
        first_token_ = calls_.clock_.elapsed() - started_;
      }
      if (!decided_ && decoder_.is_decided()) {
        decided_ = calls_.clock_.elapsed() - started_;
      }
      return more;
    }

    void finished(const ProviderError* failed) override {
      const bool is_lost = failed != nullptr && !decoder_.is_decided();
      Outcome outcome = is_lost ? Outcome(*failed) : decoder_.finish();
      if (is_lost && !failed->lost.is_none()) {  // It knows only that it was sent; what has come may say what it costs.
        std::get<ProviderError>(outcome).lost = decoder_.lost();
      }
      const auto ended = calls_.clock_.elapsed() - started_;
      const std::chrono::microseconds latency = failed != nullptr ? decided_.value_or(ended) : ended;
      if (auto* error = std::get_if<ProviderError>(&outcome)) {
        heed_headers(*error, head_.headers, calls_.clock_.now());
        error->latency = latency;
      } else {
        std::get<Response>(outcome).latency = latency;
        std::get<Response>(outcome).first_token = first_token_;
        std::get<Response>(outcome).queued = started_ - call_->submitted;
      }
      calls_.attempt_ended(*this, std::move(call_), std::move(outcome));
    }

   private:
    Calls& calls_;
    std::unique_ptr<ModelCall> call_;
    ResponseDecoder decoder_;
    HttpHead head_;
    std::chrono::microseconds started_;
    std::optional<std::chrono::microseconds> first_token_;
    std::optional<std::chrono::microseconds> decided_;
  };

  void refuse(CallHandlers& handlers, ProviderError::Kind kind, std::string why);
  void dispatch(ProviderQueue& provider);
  void attempt_ended(const Attempt& attempt, std::unique_ptr<ModelCall> call, Outcome outcome);
  bool retried(std::unique_ptr<ModelCall>& call, const ProviderError& error);
  void deliver_refusals();
  milliseconds until_next_due() const;
  std::size_t under_way() const;

  const std::map<std::string, std::string>& variables_;
  const Clock& clock_;
  Random random_;
  HttpLoop loop_;
  std::map<std::string, ProviderQueue> providers_;
  std::list<Attempt> attempts_;
  std::list<Attempt> ended_;  // kept until the loop has returned from their last callback
  std::vector<std::pair<std::function<void(Outcome)>, ProviderError>> refused_;
};

void HttpModelClient::Calls::refuse(CallHandlers& handlers, ProviderError::Kind kind, std::string why) {
  refused_.emplace_back(std::move(handlers.done), not_asked(kind, std::move(why)));
}

void HttpModelClient::Calls::submit(const Request& request, CallHandlers handlers) {
  const auto found = providers_.find(request.target.provider);
  if (found == providers_.end() || found->second.settings->type == nullptr) {
    refuse(handlers, ProviderError::Kind::invalid_request, fmt::format("no provider `{}`", request.target.provider));
    return;
  }
  ProviderQueue& provider = found->second;
  const ProviderSettings& settings = *provider.settings;
  if (!settings.barred.empty()) {
    refuse(handlers, ProviderError::Kind::forbidden, settings.barred);
    return;
  }
  auto call = std::make_unique<ModelCall>();
  call->provider = &provider;
  call->question = request;
  call->request = resolve(settings.api->ask(request, settings), settings.proxy, variables_);
  if (!call->request.fault.empty()) {
    refuse(handlers, ProviderError::Kind::authentication, std::move(call->request.fault));
    return;
  }
  call->handlers = std::move(handlers);
  call->asked = call->due = SteadyClock::now();
  call->submitted = clock_.elapsed();
  provider.waiting.push_back(std::move(call));
}

// Sends what may be sent now. A call that waits for its retry does not hold up those behind it.
void HttpModelClient::Calls::dispatch(ProviderQueue& provider) {
  const auto now = SteadyClock::now();
  for (auto next = provider.waiting.begin(); next != provider.waiting.end();) {
    if (!provider.limiter.may_send(time_of(now))) {
      return;
    }
    if ((*next)->due > now) {
      ++next;
      continue;
    }
    std::unique_ptr<ModelCall> call = std::move(*next);
    next = provider.waiting.erase(next);
    call->asked = call->attempts++ == 0 ? now : call->asked;  // Waiting for a turn is not the provider's time.
    call->sent = now;
    provider.limiter.sent(time_of(now));
    const ModelCall& sent = *call;
    TransferOptions options = provider.transfer_options(now - call->asked);
    options.proxy = sent.request.proxy;
    Attempt& attempt = attempts_.emplace_back(*this, std::move(call));
    loop_.start(sent.request.http, options, attempt);
  }
}

bool HttpModelClient::Calls::retried(std::unique_ptr<ModelCall>& call, const ProviderError& error) {
  const ProviderSettings& settings = *call->provider->settings;
  if (!is_retryable(error) || call->attempts > settings.retries) {
    return false;
  }
  const auto due = SteadyClock::now() + retry_delay(call->attempts, random_.uniform(), error.retry_after);
  if (due >= call->asked + settings.timeouts.total) {
    return false;
  }
  const auto& may_repeat = call->handlers.may_repeat;
  if (!error.lost.is_none() && may_repeat && !may_repeat(error.lost)) {
    return false;
  }
  call->due = due;
  ProviderQueue& provider = *call->provider;
  provider.waiting.push_front(std::move(call));
  return true;
}

void HttpModelClient::Calls::attempt_ended(const Attempt& attempt, std::unique_ptr<ModelCall> call, Outcome outcome) {
  const auto ended =
      std::find_if(attempts_.begin(), attempts_.end(), [&](const Attempt& one) { return &one == &attempt; });
  ended_.splice(ended_.begin(), attempts_, ended);
  const ProviderSettings& settings = *call->provider->settings;
  call->provider->limiter.ended(outcome, time_of(call->sent), time_of(SteadyClock::now()), settings.timeouts.total);
  if (auto* error = std::get_if<ProviderError>(&outcome)) {
    call->lost.add(error->lost);
    if (retried(call, *error)) {
      return;
    }
    error->attempts = call->attempts;
    error->lost = std::move(call->lost);
  } else {
    std::get<Response>(outcome).attempts = call->attempts;
    std::get<Response>(outcome).lost = std::move(call->lost);
  }
  redact(outcome, call->request.secrets);
  call->handlers.done(std::move(outcome));
}

void HttpModelClient::Calls::deliver_refusals() {
  for (auto& [done, error] : std::exchange(refused_, {})) {
    done(std::move(error));
  }
}

// How long the loop may sleep before some waiting call is due.
milliseconds HttpModelClient::Calls::until_next_due() const {
  auto next = SteadyClock::time_point::max();
  for (const auto& [name, provider] : providers_) {
    for (const auto& call : provider.waiting) {
      next = std::min(next, std::max(call->due, SteadyClock::time_point(provider.limiter.opens_at())));
    }
  }
  constexpr milliseconds longest{100};  // Time-outs are looked at this often.
  const auto now = SteadyClock::now();
  if (next > now + longest) {
    return longest;
  }
  return std::max(milliseconds(1), std::chrono::ceil<milliseconds>(next - now));
}

std::size_t HttpModelClient::Calls::under_way() const {
  std::size_t count = loop_.active() + refused_.size();
  for (const auto& [name, provider] : providers_) {
    count += provider.waiting.size();
  }
  return count;
}

std::size_t HttpModelClient::Calls::poll(milliseconds timeout) {
  deliver_refusals();
  for (auto& [name, provider] : providers_) {
    dispatch(provider);
  }
  if (under_way() > 0) {
    loop_.poll(std::min(timeout, until_next_due()));
    ended_.clear();
  }
  return under_way();
}

void HttpModelClient::Calls::cancel_all() {
  ProviderError error;
  error.kind = ProviderError::Kind::interrupted;
  error.message = "stopped before an answer came";
  loop_.cancel_all(error);
  ended_.clear();
  deliver_refusals();
  for (auto& [name, provider] : providers_) {
    for (auto& call : std::exchange(provider.waiting, {})) {
      error.attempts = call->attempts;
      call->handlers.done(error);
    }
  }
}

Concurrency HttpModelClient::Calls::concurrency(const std::string& name) const {
  const auto found = providers_.find(name);
  return found == providers_.end() ? Concurrency()
                                   : Concurrency{found->second.settings->concurrency, found->second.limiter.limit()};
}

HttpModelClient::HttpModelClient(const Project& project, const std::map<std::string, std::string>& variables,
                                 const Clock& clock, std::uint64_t seed)
    : calls_(std::make_unique<Calls>(project, variables, clock, seed)) {}

HttpModelClient::~HttpModelClient() = default;

void HttpModelClient::submit(const Request& request, CallHandlers handlers) {
  calls_->submit(request, std::move(handlers));
}

std::size_t HttpModelClient::poll(milliseconds timeout) {
  return calls_->poll(timeout);
}

void HttpModelClient::cancel_all() {
  calls_->cancel_all();
}

Concurrency HttpModelClient::concurrency(const std::string& provider) const {
  return calls_->concurrency(provider);
}

}  // namespace promptctl
