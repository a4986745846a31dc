#pragma once

#include <map>
#include <string>

#include "eval/eval_units.hpp"
#include "price/target_price.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// What one result cost that an earlier part of the same run has recorded.
struct EarlierCost {
  LostCost all;      // of its answer and its lost attempts; none of a replayed answer
  LostCost lost;     // of these, its lost attempts
  LostCost judging;  // beside them, of judging the reply
};

using EarlierCosts = std::map<RunStore::Key, EarlierCost>;

EarlierCosts read_earlier_costs(RunStore& store, const std::string& run);

// The replies of an earlier part that have no verdict because a judge was not asked or did not answer.
std::map<RunStore::Key, CaseResult> read_unjudged(RunStore& store, const std::string& run);

// All replies of a run. `anew`: without what judges said of them, which is then asked again.
std::map<RunStore::Key, CaseResult> read_replies(RunStore& store, const std::string& run, bool anew);

// What of the run's budget is spent: with the most that a call may have cost where nobody says how much it did.
Usd spent_earlier(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
                  const EarlierCosts& earlier);

RunStore::Key key_of(const EvalUnit& unit);

}  // namespace promptctl
