#include "eval/answering.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "price/cost.hpp"

namespace promptctl {
namespace {

Answered refused(ProviderError::Kind kind, std::string message) {
  return {not_asked(kind, std::move(message))};
}

}  // namespace

Usd Answering::worst_cost(const Request& request, std::size_t further) const {
  return Budget::worst_cost(request, price_of(prices_, target_name(request.target)), further);
}

bool Answering::is_kept(const Request& request, const std::string& digest) const {
  return kept_.find(request.target, digest).has_value();
}

ProviderError Answering::over_budget() const {
  const auto excess = budget_.excess();
  return not_asked(
      ProviderError::Kind::over_budget,
      fmt::format(
          "of the run's budget of {}, {} is spent, and this call may cost more than the rest{}",
          money_text(budget_.limit().value_or(Usd())), money_text(budget_.spent()),
          excess ? fmt::format(": one cost {}, more than its limit on output allows", money_text(*excess)) : ""));
}

bool Answering::ask(const Request& request, const std::string& digest, Usd later, Done done, bool keeps) {
  if (auto reply = kept_.find(request.target, digest)) {
    drop_impossible_counts(*reply);
    const auto cost = cost_of(reply->usage, price_of(prices_, target_name(request.target)));
    done({*std::move(reply), true, false, cost, {}});
    return true;
  }
  if (client_ == nullptr) {
    done(refused(ProviderError::Kind::not_recorded,
                 "offline, and this request's reply is neither on the cassette nor in the cache"));
    return true;
  }
  const Usd worst = worst_cost(request);
  switch (budget_.ask(worst, later)) {
    case Budget::Answer::wait:
      return false;
    case Budget::Answer::no:
      done({over_budget()});
      return true;
    case Budget::Answer::yes:
      submit(request, digest, worst, std::move(done), keeps);
      return true;
  }
  return true;
}

void Answering::submit(const Request& request, const std::string& digest, Usd worst, Done done, bool keeps) {
  ++in_flight_;
  ++calls_[request.target.provider];
  const Price* price = price_of(prices_, target_name(request.target));
  const auto call = std::make_shared<CallBudget>(budget_, price, worst);
  CallHandlers handlers;
  handlers.may_repeat = [call](const LostAttempts& lost) { return call->may_repeat(lost); };
  handlers.done = [this, target = request.target, digest, price, call, keeps,
                   done = std::move(done)](CallOutcome outcome) {
    --in_flight_;
    ++ended_;
    --calls_[target.provider];
    Answered answered{std::move(outcome), false, true, {}, {}};
    auto* response = std::get_if<Response>(&answered.outcome);
    answered.lost =
        lost_cost(response != nullptr ? response->lost : std::get<ProviderError>(answered.outcome).lost, price);
    if (response != nullptr) {
      drop_impossible_counts(*response);
      answered.cost = cost_of(response->usage, price);
      if (keeps) {
        kept_.keep(target, digest, *response);
      }
    }
    call->settle(response != nullptr, answered.cost, answered.lost);
    done(std::move(answered));
  };
  client_->submit(request, std::move(handlers));
}

bool Answering::has_room(const std::string& provider) const {
  if (client_ == nullptr) {
    return true;
  }
  const auto calls = calls_.find(provider);
  return calls == calls_.end() || calls->second < static_cast<std::size_t>(client_->concurrency(provider).most);
}

void Answering::poll(std::chrono::milliseconds wait) {
  if (client_ != nullptr && in_flight_ > 0) {
    client_->poll(wait);
  }
}

void Answering::cancel_all() {
  if (client_ != nullptr) {
    client_->cancel_all();
  }
}

std::size_t Answering::most_in_flight() const {
  std::size_t sum = 0;
  for (const auto& [provider, calls] : calls_) {
    sum += client_ == nullptr ? 0 : static_cast<std::size_t>(client_->concurrency(provider).most);
  }
  return sum;
}

std::size_t Answering::limit() const {
  std::size_t sum = 0;
  for (const auto& [provider, calls] : calls_) {
    sum += client_ == nullptr ? 0 : static_cast<std::size_t>(client_->concurrency(provider).now);
  }
  return sum;
}

}  // namespace promptctl
