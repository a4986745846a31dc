#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "run/run_costs.hpp"

namespace promptctl {

// Adds up what calls cost, case by case: the calls of a case must follow each other. Holds a dozen bytes a case.
class CallMeans {
 public:
  // `position` tells cases apart; cases of one `group` are related, those without one are not.
  void add(long long position, const std::string& group, Usd cost);

  // None without a call.
  std::optional<MeanCost> mean() const;
  std::optional<Projection> projection(long long per_day) const;

  Usd total() const { return total_; }
  long long calls() const { return calls_; }

 private:
  struct CaseSum {
    Usd cost;
    long long calls = 0;
  };

  std::vector<CaseSum> cases_;
  std::vector<std::uint32_t> clusters_;
  std::map<std::string, std::uint32_t> groups_;
  long long position_ = -1;
  Usd total_;
  long long calls_ = 0;
};

}  // namespace promptctl
