#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "document/value.hpp"
#include "exchange/data_class.hpp"
#include "exchange/request.hpp"
#include "judge/judge_settings.hpp"
#include "score/reducer.hpp"

namespace promptctl {

// A case that is run and shown, and counts for nothing until its owner has mended it.
struct Quarantine {
  std::string case_id;
  Location where;
  std::string owner;
  std::string reason;
  std::string until_text;                       // "2026-12-31", the last day
  std::chrono::system_clock::time_point until;  // its last second, UTC
};

// What to run and how to judge it: one golden/<id>/suite.yaml.
struct Suite {
  std::string id;  // folder below golden/
  Location where;
  std::string description;
  std::string prompt;  // id of the prompt it judges
  Location prompt_where;
  std::string cases;  // path of the dataset, relative to the registry
  Location cases_where;
  std::vector<Target> targets;  // empty: the prompt's own model
  Location targets_where;
  int repeat = 1;
  Reducer reducer = Reducer::all;
  std::vector<Quarantine> quarantine;
  std::optional<DataClass> data_class;
  std::map<std::string, JudgeSettings> judges;  // by name
  std::vector<Value> assertions;                // for every case, before its own, as written; lib/score reads them
  double tolerated_errors = 0;                  // share of cases, 0 to 1, that may end without a verdict
  std::optional<Usd> max_cost;
  std::optional<long long> max_output_tokens;
  std::string digest;  // of the file's content
};

}  // namespace promptctl
