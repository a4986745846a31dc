#include "provider/token_allowance.hpp"

#include <algorithm>
#include <cmath>

namespace promptctl {
namespace {

constexpr double minute = 60e6;  // microseconds

std::size_t bytes_of(const Request& request) {
  std::size_t bytes = request.output_schema.is_null() ? 0 : compact_json(request.output_schema).size();
  for (const Message& message : request.messages) {
    bytes += text_of(message).size();
  }
  return bytes;
}

long long about_tokens_of(const Request& request) {
  constexpr std::size_t bytes_a_token = 4;
  return static_cast<long long>(bytes_of(request) / bytes_a_token + 1);
}

}  // namespace

long long tokens_of(const Request& request, const CallOutcome& outcome) {
  const auto* response = std::get_if<Response>(&outcome);
  return response != nullptr && response->usage.input ? *response->usage.input + response->usage.output.value_or(0)
                                                      : about_tokens_of(request);
}

long long TokenAllowance::estimate(const Request& request) const {
  if (!per_minute_) {
    return 0;
  }
  const long long input = about_tokens_of(request);
  const long long usual = std::llround(mean_output_);
  const long long most = request.parameters.max_output_tokens.value_or(usual);
  return input + (request.task == Task::embedding ? 0 : most);
}

TokenAllowance::Time TokenAllowance::opens_at(long long tokens) const {
  if (!per_minute_ || !at_) {
    return Time(0);
  }
  const auto rate = static_cast<double>(*per_minute_) / minute;
  const double wanted = static_cast<double>(std::min(tokens, *per_minute_)) - left_;
  return wanted <= 0 ? Time(0) : *at_ + Time(std::llround(std::ceil(wanted / rate)));
}

void TokenAllowance::fill(Time now) {
  const auto most = static_cast<double>(*per_minute_);
  const double passed = at_ ? static_cast<double>((now - *at_).count()) : minute;
  left_ = std::min(most, left_ + passed * most / minute);
  at_ = now;
}

void TokenAllowance::take(long long tokens, Time now) {
  if (per_minute_) {
    fill(now);
    left_ -= static_cast<double>(tokens);
  }
}

void TokenAllowance::ended(long long taken, const CallOutcome& outcome, Time now) {
  if (!per_minute_) {
    return;
  }
  constexpr double weight = 1.0 / 16;
  fill(now);
  const auto* response = std::get_if<Response>(&outcome);
  const auto* error = std::get_if<ProviderError>(&outcome);
  if (error != nullptr && error->kind == ProviderError::Kind::rate_limited) {
    left_ += static_cast<double>(taken);
  } else if (response != nullptr && response->usage.input) {
    const long long output = response->usage.output.value_or(0);
    left_ += static_cast<double>(taken - *response->usage.input - output);
    mean_output_ += weight * (static_cast<double>(output) - mean_output_);
  }
  left_ = std::min(left_, static_cast<double>(*per_minute_));
}

}  // namespace promptctl
