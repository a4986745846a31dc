#pragma once

#include "model/gate_report.hpp"
#include "model/value.hpp"

namespace promptctl {

// A gate's decision in the shape of `gate` in docs/diff.md.
Value gate_value(const GateReport& report);

}  // namespace promptctl
