#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/units.hpp"
#include "exchange/response.hpp"
#include "run/judge_call.hpp"
#include "score/score.hpp"

namespace promptctl {

// What one judge said of the replies of a run.
struct JudgeTally {
  std::size_t verdicts = 0;
  std::map<Doubt, std::size_t> doubts = {};  // how often it could not tell, by why

  std::size_t in_doubt() const;
};

// What judging the replies of a run took. None of it is part of what the prompt costs, or how fast it is.
struct JudgingSummary {
  std::map<std::string, JudgeTally> judges = {};  // by name; quarantined cases count for nothing
  std::size_t calls = 0;                          // that were answered now
  std::size_t replayed = 0;                       // answers from cassette or cache
  Usage tokens = {};                              // of all answers, sums over what is known
  Usd known_cost = {};                            // of the answers, replayed ones at what they once cost
  Usd fresh_cost = {};                            // of those that were asked now, with what lost attempts cost
  std::size_t unknown = 0;                        // answers and lost attempts whose cost nobody knows

  std::optional<Usd> cost() const { return unknown == 0 ? std::optional(known_cost) : std::nullopt; }
  JudgeTally all() const;
  bool is_none() const { return judges.empty() && calls == 0 && replayed == 0; }

  void add_calls(const std::vector<JudgeCall>& made);
  void add_verdicts(const Score& score);
};

// "2 malformed, 1 provider"
std::string doubts_text(const JudgeTally& tally);

}  // namespace promptctl
