#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "exchange/request.hpp"

namespace promptctl {

// How several votes of one judge become its verdict.
enum class VoteReducer {
  majority,   // the word that more than half of the votes say
  unanimous,  // the word that all of them say
  mean        // of a scale: the mean of their levels
};

// "majority", "unanimous", "mean".
std::string_view vote_reducer_name(VoteReducer reducer);
std::optional<VoteReducer> find_vote_reducer(std::string_view name);

// A judge as a suite describes it, under `judges:`.
struct JudgeSettings {
  std::string name;
  Location where;
  std::string prompt;           // id of its prompt; empty: the prompt of the judge's name
  std::vector<Target> targets;  // the models that vote; empty: the prompt's own, else the project's judge
  Location targets_where;
  int votes = 1;  // of each model
  VoteReducer reducer = VoteReducer::majority;
};

}  // namespace promptctl
