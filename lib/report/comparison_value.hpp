#pragma once

#include "model/value.hpp"
#include "report/change_report.hpp"

namespace promptctl {

// What became of one suite on one model, in the shape of `suites` in docs/diff.md. Nothing that a comparison holds is
// left out.
Value suite_change_value(const SuiteChange& change);

}  // namespace promptctl
