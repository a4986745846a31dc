#include "run/judging_summary.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace promptctl {

std::size_t JudgeTally::in_doubt() const {
  std::size_t sum = 0;
  for (const auto& [doubt, count] : doubts) {
    sum += count;
  }
  return sum;
}

JudgeTally JudgingSummary::all() const {
  JudgeTally sum;
  for (const auto& [name, tally] : judges) {
    sum.verdicts += tally.verdicts;
    for (const auto& [doubt, count] : tally.doubts) {
      sum.doubts[doubt] += count;
    }
  }
  return sum;
}

void JudgingSummary::add_calls(const std::vector<JudgeCall>& made) {
  for (const JudgeCall& call : made) {
    known_cost += call.lost.known;
    fresh_cost += call.lost.known;
    unknown += static_cast<std::size_t>(call.lost.unknown);
    const auto* answer = std::get_if<Response>(&call.outcome);
    if (answer == nullptr) {
      continue;
    }
    ++(call.replayed ? replayed : calls);
    for (const UsageKind& kind : usage_kinds()) {
      if (const auto& count = answer->usage.*kind.count) {
        auto& sum = tokens.*kind.count;
        sum = sum.value_or(0) + *count;
      }
    }
    known_cost += call.cost.value_or(Usd());
    fresh_cost += call.replayed ? Usd() : call.cost.value_or(Usd());
    unknown += call.cost ? 0 : 1;
  }
}

void JudgingSummary::add_verdicts(const Score& score) {
  for (const AssertionResult& assertion : score.assertions) {
    if (assertion.doubt && !assertion.judge.empty()) {
      ++judges[assertion.judge].doubts[*assertion.doubt];
    } else if (!assertion.judge.empty()) {
      ++judges[assertion.judge].verdicts;
    }
  }
}

std::string doubts_text(const JudgeTally& tally) {
  std::vector<std::string> texts;
  for (const auto& [doubt, count] : tally.doubts) {
    texts.push_back(fmt::format("{} {}", grouped(count), doubt_name(doubt)));
  }
  return join(texts, ", ");
}

}  // namespace promptctl
