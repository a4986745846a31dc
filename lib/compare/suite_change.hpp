#pragma once

#include <string>
#include <vector>

#include "compare/comparison.hpp"

namespace promptctl {

// A changed case as a reader sees it. Both are of the same repeat: the first whose verdict or score differs.
struct ReplyChange {
  std::string id;
  std::string before;  // the reply, or the error in its place
  std::string after;
  std::vector<std::string> failing;  // assertions that fail in the worse of the two, with their reasons
};

// What became of one suite on one model.
struct SuiteChange {
  Comparison comparison;
  std::vector<ReplyChange> replies;  // of the first of `comparison.changes`, in that order
};

}  // namespace promptctl
