#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "exchange/message.hpp"

namespace promptctl {

// One case of a golden dataset.
struct Case {
  std::string id;
  Location where;
  Value vars;  // map
  std::optional<Value> expected;
  std::vector<Value> assertions;  // this case's own, as written; lib/score reads them
  std::vector<std::string> tags;
  std::string group;                // cluster for clustered standard errors; may be empty
  bool critical = false;            // may never flip from pass to fail
  std::optional<double> threshold;  // the weighted score that a pass needs, 0 to 1
  std::vector<Message> history;
  Value context;                      // list of retrieved texts; null when there is none
  std::optional<std::string> output;  // an answer already produced: scored, nothing is called
  std::string description;
};

}  // namespace promptctl
