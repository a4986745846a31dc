#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "price/target_price.hpp"
#include "run/call_means.hpp"
#include "run/run_costs.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// A model that might be asked instead, and its price where one is known.
struct OtherTarget {
  std::string name;
  std::optional<TargetPrice> price;
  std::string hint = {};  // where none is known: what may be meant
};

// What is asked of costs beside what was recorded.
struct CostQuestion {
  std::optional<long long> per_day;  // calls a day to project to
  std::vector<OtherTarget> as;
  TargetPrices prices;  // of the run's own models, to tell costs apart by kind of token
};

// Adds up what a run's calls cost, one result after the other; the repeats of a case must follow each other.
class RunCosting {
 public:
  explicit RunCosting(CostQuestion question);

  void add(const CaseResult& result);

  // `passed`: cases that did.
  RunCosts finish(std::size_t passed);

 private:
  // Priced calls with one tag.
  struct TagSum {
    Usd cost;
    long long calls = 0;
    std::size_t cases = 0;
    long long position = -1;  // of the last case
  };

  // The calls as another model's.
  struct Other {
    CallMeans calls;
    std::size_t unpriced = 0;
  };

  void add_call(const CaseResult& result, const Response& response);
  void add_failed(const CaseResult& result);
  void add_parts(const CaseResult& result, const Usage& usage);
  void add_to_tags(const CaseResult& result);
  void add_costly(const CaseResult& result, const Response& response);
  void add_to_others(const CaseResult& result, const Usage& usage);
  WhatIf what_if(const OtherTarget& target, const Other& other) const;

  CostQuestion question_;
  RunCosts costs_;
  CallMeans charged_;          // as they are billed: with their attempts that gave no answer
  std::vector<Other> others_;  // as `question_.as`
  CostParts parts_;
  Usd without_cache_;  // what the calls of `parts_` would cost if no input were cached
  std::map<std::string, TagSum> tags_;
  std::map<std::string, std::size_t> unknown_;
};

}  // namespace promptctl
