#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/evaluate/eval_session.hpp"
#include "report/run/calibration_text.hpp"

namespace promptctl::cli {

// What a judge is worth by each suite with labels that judges it, on each of its models: what lacks a run is asked now.
// A label is what a `verdict` assertion asks for, as it is at a gate; cases with the tag `tune` are left out. None after faults, which are
// printed, or an interruption. Throws `Failure` where no prompt is a judge of this name (`unknown-judge`), no suite
// judges it (`no-calibration`), or no case has a label (`no-label`).
std::optional<std::vector<CalibrationReport>> calibrate_judge(const std::string& name, EvalSession& eval);

}  // namespace promptctl::cli
