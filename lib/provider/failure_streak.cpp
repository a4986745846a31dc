#include "provider/failure_streak.hpp"

#include <fmt/format.h>

namespace promptctl {

// What is the call's own doing, or that of whoever stopped it, says nothing of the next; and an answer that can't be
// judged is one all the same.
void FailureStreak::ended(const std::string& model, const Outcome& outcome) {
  using Kind = ProviderError::Kind;
  const auto* error = std::get_if<ProviderError>(&outcome);
  if (error == nullptr || error->kind == Kind::unusable) {
    streaks_.erase(model);
    return;
  }
  if (error->kind == Kind::interrupted || error->kind == Kind::over_budget || error->attempts == 0) {
    return;
  }
  Streak& streak = streaks_[model];
  const bool is_same = streak.count > 0 && streak.error.kind == error->kind && streak.error.message == error->message;
  streak.count = is_same ? streak.count + 1 : 1;
  streak.error = *error;
}

std::optional<ProviderError> FailureStreak::verdict(const std::string& model) const {
  const auto found = streaks_.find(model);
  if (found == streaks_.end() || found->second.count < most_) {
    return std::nullopt;
  }
  const ProviderError& cause = found->second.error;
  ProviderError error =
      not_asked(cause.kind, fmt::format("not asked, as {} calls in a row ended in this: {}", most_, cause.message));
  error.status = cause.status;
  return error;
}

}  // namespace promptctl
