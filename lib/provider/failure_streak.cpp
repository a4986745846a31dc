#include "provider/failure_streak.hpp"

#include <fmt/format.h>

namespace promptctl {
namespace {

// Whether the next call may be expected to end the same way: no server, no key, no such model, an account that is used
// up. What the server thinks of one request says nothing of the next.
bool is_of_provider(const ProviderError& error) {
  using Kind = ProviderError::Kind;
  constexpr int unpaid = 402, not_found = 404, too_many = 429;
  switch (error.kind) {
    case Kind::connect:
    case Kind::timeout:
    case Kind::rate_limited:
    case Kind::server:
    case Kind::authentication:
      return true;
    case Kind::invalid_request:
      return error.status == 0 || error.status == unpaid || error.status == not_found || error.status == too_many;
    default:
      return false;
  }
}

}  // namespace

void FailureStreak::ended(const std::string& model, const CallOutcome& outcome, Time now) {
  const auto* error = std::get_if<ProviderError>(&outcome);
  if (error != nullptr && (error->kind == ProviderError::Kind::interrupted || error->attempts == 0)) {
    return;  // It says nothing of the provider.
  }
  if (error == nullptr || !is_of_provider(*error)) {
    streaks_.erase(model);
    return;
  }
  Streak& streak = streaks_[model];
  const bool is_same = streak.count > 0 && streak.error.kind == error->kind && streak.error.status == error->status;
  streak.count = is_same ? streak.count + 1 : 1;
  streak.error = *error;
  streak.last = now;
}

std::optional<ProviderError> FailureStreak::verdict(const std::string& model, Time now) const {
  constexpr Time rest = std::chrono::seconds(30);
  const auto found = streaks_.find(model);
  if (found == streaks_.end() || found->second.count < most_ || now >= found->second.last + rest) {
    return std::nullopt;
  }
  const ProviderError& cause = found->second.error;
  ProviderError error =
      not_asked(cause.kind, fmt::format("not asked, as {} calls in a row ended in this: {}", most_, cause.message));
  error.status = cause.status;
  return error;
}

}  // namespace promptctl
