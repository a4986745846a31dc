#pragma once

#include <functional>

#include "run/run_record.hpp"

namespace promptctl {

// Visits each result of a run in the order of dataset, target, repeat.
using EachResult = std::function<void(const std::function<void(const CaseResult&)>&)>;

// A run in numbers. `each_result` must visit the repeats of one case and target one after the other.
RunSummary summarize(const RunHeader& header, const EachResult& each_result);

}  // namespace promptctl
