#pragma once

#include <map>
#include <string>

#include "dataset/golden_case.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What a dataset and its suite say of each case, less its text: id, group, tags, whether it is critical or in
// quarantine. A run of the whole dataset has just this roster; evidence that lost cases, or marks of them, has another.
class Roster {
 public:
  void add(const Case& golden, bool quarantined);
  void add(const RunSample& sample);

  // SHA-256 of it, whatever the order of the cases.
  std::string digest() const;

 private:
  std::map<std::string, std::string> lines_;  // by id
};

}  // namespace promptctl
