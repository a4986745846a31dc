#include "score/score.hpp"

namespace promptctl {

std::vector<std::string> failings(const Score& score) {
  std::vector<std::string> texts;
  for (const AssertionResult& assertion : score.assertions) {
    if (assertion.outcome != AssertionResult::Outcome::passed) {
      const std::string metric = assertion.metric.empty() ? "" : " (" + assertion.metric + ")";
      texts.push_back(assertion.type + metric + ": " + assertion.reason);
    }
  }
  if (!score.reason.empty()) {
    texts.push_back(score.reason);
  }
  return texts;
}

}  // namespace promptctl
