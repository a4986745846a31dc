#include "score/score.hpp"

#include <algorithm>
#include <array>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 4> doubt_names{"unclear", "malformed", "provider", "not-asked"};

}  // namespace

std::string_view doubt_name(Doubt doubt) {
  return doubt_names[static_cast<std::size_t>(doubt)];
}

std::optional<Doubt> find_doubt(std::string_view name) {
  const auto found = std::find(doubt_names.begin(), doubt_names.end(), name);
  return found == doubt_names.end() ? std::nullopt : std::optional(static_cast<Doubt>(found - doubt_names.begin()));
}

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
