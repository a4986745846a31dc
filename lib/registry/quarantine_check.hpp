#pragma once

#include <chrono>
#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "registry/suite.hpp"

namespace promptctl {

// Holds a suite's quarantine to its dataset: each entry names a case that is there, is not critical, and is named once;
// and none is past its last day. `suite` must outlive the check.
class QuarantineCheck {
 public:
  QuarantineCheck(const Suite& suite, std::chrono::system_clock::time_point now);

  // Each case of the dataset.
  void consider(const Case& golden);

  void finish(Diagnostics& diagnostics) const;

 private:
  struct Seen {
    bool exists = false;
    bool critical = false;
  };

  const Suite& suite_;
  std::chrono::system_clock::time_point now_;
  std::map<std::string, Seen> seen_;
};

}  // namespace promptctl
