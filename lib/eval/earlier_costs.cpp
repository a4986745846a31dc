#include "eval/earlier_costs.hpp"

#include <algorithm>

#include "eval/budget.hpp"
#include "eval/judging.hpp"

namespace promptctl {

EarlierCosts read_earlier_costs(RunStore& store, const std::string& run) {
  EarlierCosts costs;
  store.each_result(run, [&costs](const CaseResult& result) {
    EarlierCost& cost = costs[{result.case_id, result.target, result.repeat}];
    cost.all = cost.lost = result.lost;
    if (result.response && !result.request_digest.empty() && !result.replayed) {
      cost.all += result.cost ? LostCost{*result.cost, 0} : LostCost{{}, 1};
    }
    cost.judging = fresh_cost(result.judging);
  });
  return costs;
}

std::map<RunStore::Key, CaseResult> read_unjudged(RunStore& store, const std::string& run) {
  std::map<RunStore::Key, CaseResult> unjudged;
  store.each_result(run, [&unjudged](const CaseResult& result) {
    const auto& assertions = result.score.assertions;
    const bool lacks_judge = std::any_of(assertions.begin(), assertions.end(), [](const AssertionResult& one) {
      return one.doubt == Doubt::not_asked || one.doubt == Doubt::provider;
    });
    if (result.response && lacks_judge) {
      unjudged.emplace(RunStore::Key{result.case_id, result.target, result.repeat}, result);
    }
  });
  return unjudged;
}

std::map<RunStore::Key, CaseResult> read_replies(RunStore& store, const std::string& run, bool anew) {
  std::map<RunStore::Key, CaseResult> replies;
  store.each_result(run, [&](const CaseResult& result) {
    if (result.response) {
      CaseResult& reply = replies[{result.case_id, result.target, result.repeat}] = result;
      reply.judging = anew ? std::vector<JudgeCall>() : reply.judging;
      for (JudgeCall& call : reply.judging) {
        call.replayed = true;
        call.lost = {};
      }
    }
  });
  return replies;
}

namespace {

// The most that one call of judging a reply to the case may cost.
Usd worst_of_judges(const PreparedSuite& prepared, const Case& golden, const TargetPrices& prices) {
  constexpr long long long_reply = 4096;  // Tokens.
  Usd most;
  for (const Need& need : expected_needs(prepared.rubric, golden)) {
    most = std::max(most, Budget::worst_cost(need.request, price_of(prices, target_name(need.request.target)),
                                               bytes_of_reply(long_reply)));
  }
  return most;
}

}  // namespace

Usd spent_earlier(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
                  const EarlierCosts& earlier) {
  Usd spent;
  bool is_known = true;
  for (const auto& [key, cost] : earlier) {
    spent += cost.all.known + cost.judging.known;
    is_known = is_known && cost.all.unknown + cost.judging.unknown == 0;
  }
  if (is_known || !prepared.suite.max_cost) {
    return spent;
  }
  EvalUnits units(registry, prepared);
  Diagnostics ignored;  // The cases were checked when the suite was prepared.
  for (EvalUnit unit; units.next(unit);) {
    const auto cost = earlier.find(key_of(unit));
    if (cost == earlier.end()) {
      continue;
    }
    if (cost->second.judging.unknown > 0) {
      spent += worst_of_judges(prepared, *unit.golden, prices).times(cost->second.judging.unknown);
    }
    if (cost->second.all.unknown == 0) {
      continue;
    }
    if (const auto request = request_for(prepared, *unit.golden, *unit.target, unit.repeat, ignored)) {
      const Price* price = price_of(prices, target_name(*unit.target));
      spent += Budget::worst_cost(*request, price).times(cost->second.all.unknown);
    }
  }
  return spent;
}

RunStore::Key key_of(const EvalUnit& unit) {
  return {unit.golden->id, target_name(*unit.target), unit.repeat};
}

}  // namespace promptctl
