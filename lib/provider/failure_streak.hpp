#pragma once

#include <map>
#include <optional>
#include <string>

#include "exchange/response.hpp"

namespace promptctl {

// Calls that ended in one error, one after the other, by model: a provider that is down, or that knows neither key nor
// model, need not be asked a thousand times.
class FailureStreak {
 public:
  // `most` of them in a row are enough.
  explicit FailureStreak(int most) : most_(most) {}

  // How a call has ended, with all its attempts.
  void ended(const std::string& model, const Outcome& outcome);

  // What each further call to the model ends with, unsent; none while it may be asked.
  std::optional<ProviderError> verdict(const std::string& model) const;

 private:
  struct Streak {
    ProviderError error;
    int count = 0;
  };

  int most_;
  std::map<std::string, Streak> streaks_;
};

}  // namespace promptctl
