#pragma once

#include "template/helper.hpp"

namespace promptctl {

// Whether the first argument of `if` or `unless` is true; with `includeZero=true`, 0 is.
inline bool condition_holds(const HelperRun& run) {
  const Value* condition = run.arguments.front().value;
  return is_truthy(run.find("includeZero")) ? !is_nothing(condition) : is_truthy(condition);
}

// As JavaScript's `===`, but lists and maps are equal when they hold the same. Undefined equals undefined only.
inline bool arguments_equal(const HelperRun& run) {
  const Value* a = run.arguments.front().value;
  const Value* b = run.arguments.back().value;
  return a == nullptr || b == nullptr ? a == b : same(*a, *b);
}

}  // namespace promptctl
