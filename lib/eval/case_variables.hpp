#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "prompt/renderer.hpp"
#include "registry/suite.hpp"

namespace promptctl {

// Finds what cases give and nothing takes: variables that neither the prompt names, nor an assertion. One that is
// called as a key of a case was meant to be that key (`misplaced-key`); every other is a warning (`unused-variable`).
// Values that name a file are warnings too (`file-reference`): no file is read for them.
class CaseVariables {
 public:
  CaseVariables(const Suite& suite, const Renderer& prompt);

  // Each case of the dataset, before the prompt's defaults are added.
  void consider(const Case& golden);

  // Reports each variable once, with the place where it is first.
  void finish(Diagnostics& diagnostics) const;

 private:
  struct Found {
    Location where;
    std::size_t cases = 0;
  };

  void add_uses(const Value& assertion);

  const Renderer& prompt_;
  std::set<std::string, std::less<>> used_;
  bool uses_all_ = false;
  bool are_others_faults_ = false;  // to the prompt's schema
  std::map<std::string, Found> unused_;
  std::map<std::string, Location> files_;  // named instead of their text, by what names them
};

}  // namespace promptctl
