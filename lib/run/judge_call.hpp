#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "document/value.hpp"
#include "exchange/response.hpp"
#include "price/price.hpp"
#include "score/need.hpp"

namespace promptctl {

// One call that judging a reply took: of a judge's vote, or for embeddings. None of its time or cost is the prompt's.
struct JudgeCall {
  std::string target;
  std::string request_digest;
  CallOutcome outcome;           // the answer, or why there is none
  bool replayed = false;         // cache or cassette answered
  std::optional<Usd> cost = {};  // of the answer; none: price or usage unknown
  LostCost lost = {};            // of the attempts that gave none
};

// What they answered, for judging the same reply again.
Answers answers_of(const std::vector<JudgeCall>& calls);

// What they cost together; a replayed answer costs nothing anew.
LostCost fresh_cost(const std::vector<JudgeCall>& calls);

// As a JSON list, and back. Only for text this program wrote: what is not such a list reads as empty.
Value judge_calls_value(const std::vector<JudgeCall>& calls);
std::vector<JudgeCall> read_judge_calls(const Value& list);

}  // namespace promptctl
