#pragma once

#include "compare/suite_change.hpp"
#include "document/value.hpp"

namespace promptctl {

// What became of one suite on one model, in the shape of `suites` in docs/diff.md. Nothing that a comparison holds is
// left out.
Value suite_change_value(const SuiteChange& change);

}  // namespace promptctl
