#include "world/http/http_model_client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <optional>
#include <utility>

#include "base/random.hpp"
#include "provider/aws_signature.hpp"
#include "provider/provider.hpp"
#include "provider/redact.hpp"
#include "provider/resolve.hpp"
#include "provider/retry.hpp"
#include "world/http/call_attempt.hpp"
#include "world/http/http_loop.hpp"
#include "world/http/program_loop.hpp"
#include "world/http/provider_queue.hpp"

namespace promptctl {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr long most_connections = 4096;
constexpr int unauthorized = 401;

}  // namespace

class HttpModelClient::Calls {
 public:
  Calls(const Project& project, const std::map<std::string, std::string>& variables, const Clock& clock,
        std::uint64_t seed)
      : variables_(variables), clock_(clock), random_(seed), loop_(most_connections), programs_(variables) {
    for (const auto& [name, settings] : project.providers) {
      providers_.try_emplace(name, settings, TokenSource(settings, variables, clock, seed));
    }
  }

  void submit(const Request& request, CallHandlers handlers);
  std::size_t poll(milliseconds timeout);
  void cancel_all();
  Concurrency concurrency(const std::string& name) const;

 private:
  void give_up(ProviderQueue& provider);
  void dispatch(ProviderQueue& provider);
  void send(std::unique_ptr<ModelCall> call, SteadyClock::time_point now);
  void attempt_ended(const CallAttempt& attempt, std::unique_ptr<ModelCall> call, CallOutcome outcome,
                     const HttpHead& head);
  static void end(ModelCall& call, CallOutcome outcome);
  bool retried(std::unique_ptr<ModelCall>& call, const ProviderError& error);
  void deliver_refusals();
  milliseconds until_next_due() const;
  std::size_t under_way() const;

  const std::map<std::string, std::string>& variables_;
  const Clock& clock_;
  Random random_;
  HttpLoop loop_;
  ProgramLoop programs_;
  std::map<std::string, ProviderQueue> providers_;
  std::list<CallAttempt> attempts_;
  std::list<CallAttempt> ended_;  // kept until the loop has returned from their last callback
  std::vector<std::pair<std::function<void(CallOutcome)>, ProviderError>> refused_;
};

void HttpModelClient::Calls::submit(const Request& request, CallHandlers handlers) {
  const auto found = providers_.find(request.target.provider);
  std::optional<ProviderError> refusal =
      found == providers_.end() ? std::optional(not_asked(ProviderError::Kind::invalid_request,
                                                          fmt::format("no provider `{}`", request.target.provider)))
                                : found->second.refusal_of(request);
  if (refusal) {
    refused_.emplace_back(std::move(handlers.done), *std::move(refusal));
    return;
  }
  ProviderQueue& provider = found->second;
  const ProviderSettings& settings = *provider.settings;
  auto call = std::make_unique<ModelCall>();
  call->provider = &provider;
  call->question = request;
  call->request = resolve(settings.api->ask(request, settings), settings.proxy, variables_);
  if (!call->request.fault.empty()) {
    refused_.emplace_back(std::move(handlers.done),
                          not_asked(ProviderError::Kind::authentication, std::move(call->request.fault)));
    return;
  }
  call->handlers = std::move(handlers);
  call->asked = call->due = SteadyClock::now();
  call->submitted = clock_.elapsed();
  call->tokens = provider.allowance.estimate(request);
  provider.waiting.push_back(std::move(call));
}

// Ends waiting calls that no further attempt is made for.
void HttpModelClient::Calls::give_up(ProviderQueue& provider) {
  const auto now = SteadyClock::now();
  std::vector<std::pair<std::unique_ptr<ModelCall>, ProviderError>> ended;
  for (auto& call : provider.waiting) {
    if (auto error = provider.end_of(*call, now)) {
      ended.emplace_back(std::move(call), *std::move(error));
    }
  }
  std::erase(provider.waiting, nullptr);
  for (auto& [call, error] : ended) {
    provider.retrying -= call->attempts > 0 ? 1 : 0;
    error.attempts = call->attempts;
    error.lost = std::move(call->lost);
    end(*call, std::move(error));
  }
}

// Sends what may be sent now. A call that waits for its retry does not hold up those behind it.
void HttpModelClient::Calls::dispatch(ProviderQueue& provider) {
  const auto now = SteadyClock::now();
  if (provider.waiting.empty() || !provider.token.is_ready(now, provider.transfer_options({}), loop_)) {
    return;
  }
  for (auto next = provider.waiting.begin(); next != provider.waiting.end();) {
    if (!provider.limiter.may_send(limiter_time(now))) {
      return;
    }
    if (!provider.may_send(**next, now)) {
      ++next;
      continue;
    }
    std::unique_ptr<ModelCall> call = std::move(*next);
    next = provider.waiting.erase(next);
    send(std::move(call), now);
  }
}

void HttpModelClient::Calls::send(std::unique_ptr<ModelCall> call, SteadyClock::time_point now) {
  ProviderQueue& provider = *call->provider;
  provider.retrying -= call->attempts > 0 ? 1 : 0;
  call->asked = call->attempts++ == 0 ? now : call->asked;  // Waiting for a turn is not the provider's time.
  call->sent = now;
  provider.limiter.sent(limiter_time(now));
  provider.allowance.take(call->tokens, limiter_time(now));
  HttpRequest http = call->request.http;
  if (http.aws) {
    sign_for_aws(http, *http.aws, clock_.now());
  }
  if (const std::string& token = provider.token.text(); !token.empty()) {
    http.headers.emplace_back("Authorization", "Bearer " + token);
    call->request.secrets.keys.push_back(token);
  }
  TransferOptions options = provider.transfer_options(now - call->asked);
  options.proxy = call->request.proxy;
  CallAttempt& attempt = attempts_.emplace_back(
      std::move(call), clock_, [this](const auto& ended, auto of, CallOutcome outcome, const HttpHead& head) {
        attempt_ended(ended, std::move(of), std::move(outcome), head);
      });
  if (http.program) {
    programs_.start(http, options, attempt);
  } else {
    loop_.start(http, options, attempt);
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
  call->failed = error;
  ProviderQueue& provider = *call->provider;
  provider.waiting.push_front(std::move(call));
  ++provider.retrying;
  return true;
}

void HttpModelClient::Calls::attempt_ended(const CallAttempt& attempt, std::unique_ptr<ModelCall> call,
                                           CallOutcome outcome, const HttpHead& head) {
  const auto ended =
      std::find_if(attempts_.begin(), attempts_.end(), [&](const CallAttempt& one) { return &one == &attempt; });
  ended_.splice(ended_.begin(), attempts_, ended);
  ProviderQueue& provider = *call->provider;
  const auto now = limiter_time(SteadyClock::now());
  provider.limiter.told(read_rate_notice(head.headers, clock_.now()), tokens_of(call->question, outcome), now);
  provider.limiter.ended(outcome, limiter_time(call->sent), now, provider.settings->timeouts.total);
  provider.allowance.ended(call->tokens, outcome, now);
  if (auto* error = std::get_if<ProviderError>(&outcome)) {
    call->lost.add(error->lost);
    if (error->status == unauthorized) {
      provider.token.drop();  // Another may do.
    }
    if (retried(call, *error)) {
      return;
    }
    error->attempts = call->attempts;
    error->lost = std::move(call->lost);
  } else {
    std::get<Response>(outcome).attempts = call->attempts;
    std::get<Response>(outcome).lost = std::move(call->lost);
  }
  provider.streak.ended(call->question.target.model, outcome, now);
  end(*call, std::move(outcome));
}

void HttpModelClient::Calls::end(ModelCall& call, CallOutcome outcome) {
  redact(outcome, call.request.secrets);
  call.handlers.done(std::move(outcome));
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
    next = std::min(next, provider.next_due());
  }
  constexpr milliseconds longest{100};  // Time-outs are looked at this often.
  return std::clamp(std::chrono::ceil<milliseconds>(next - SteadyClock::now()), milliseconds(1), longest);
}

std::size_t HttpModelClient::Calls::under_way() const {
  auto count = loop_.active() + programs_.active() + refused_.size();
  for (const auto& [name, provider] : providers_) {
    count += provider.waiting.size();
  }
  return count;
}

std::size_t HttpModelClient::Calls::poll(milliseconds timeout) {
  deliver_refusals();
  for (auto& [name, provider] : providers_) {
    give_up(provider);
    dispatch(provider);
  }
  if (under_way() > 0) {
    const milliseconds most = programs_.has_ending() ? milliseconds(1) : timeout;
    loop_.poll(std::min(most, until_next_due()), programs_.descriptors());
    programs_.step();
    ended_.clear();
  }
  return under_way();
}

void HttpModelClient::Calls::cancel_all() {
  ProviderError error = not_asked(ProviderError::Kind::interrupted, "stopped before an answer came");
  loop_.cancel_all(error);
  programs_.cancel_all(error);
  ended_.clear();
  deliver_refusals();
  for (auto& [name, provider] : providers_) {
    for (auto& call : std::exchange(provider.waiting, {})) {
      error.attempts = call->attempts;
      error.lost = std::move(call->lost);
      call->handlers.done(error);
    }
  }
}

Concurrency HttpModelClient::Calls::concurrency(const std::string& name) const {
  const auto found = providers_.find(name);
  return found == providers_.end() ? Concurrency() : found->second.concurrency();
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
