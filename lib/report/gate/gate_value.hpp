#pragma once

#include "document/value.hpp"
#include "gate/gate_report.hpp"

namespace promptctl {

// A gate's decision in the shape of `gate` in docs/diff.md.
Value gate_value(const GateReport& report);

}  // namespace promptctl
