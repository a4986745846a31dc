#pragma once

#include "document/value.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// A run in the shape of docs/run-json.md, without its `results`.
Value run_value(const RunHeader& header, const RunSummary& summary);

// One entry of `results`.
Value result_value(const CaseResult& result);

}  // namespace promptctl
