#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "exchange/response.hpp"

namespace promptctl {

// Calls to one model that ended in one error, one after the other: a provider that is down, or that knows neither key
// nor model, need not be asked a thousand times. Only errors count that are the provider's and not those of one
// request; after a while some calls may go out again, to see whether it is back. Pure: time comes in as an argument.
class FailureStreak {
 public:
  using Time = std::chrono::microseconds;  // of any one clock

  // `most` of them in a row are enough.
  explicit FailureStreak(int most) : most_(most) {}

  // How a call has ended, with all its attempts.
  void ended(const std::string& model, const CallOutcome& outcome, Time now);

  // What each further call to the model ends with, unsent; none while it may be asked.
  std::optional<ProviderError> verdict(const std::string& model, Time now) const;

 private:
  struct Streak {
    ProviderError error;
    int count = 0;
    Time last{0};
  };

  int most_;
  std::map<std::string, Streak> streaks_;
};

}  // namespace promptctl
