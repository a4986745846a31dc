#pragma once

#include <vector>

#include "cli/output/form_output.hpp"
#include "run/run_costing.hpp"
#include "run/run_store.hpp"

namespace promptctl::cli {

// The forms of reports on runs: those with every result, and those of an overview.
const FormTable& run_forms();

void write_reports(const std::vector<RunReport>& runs, const FormOutput& output, const Session& session);

// The run as a report reads it from the store, which must outlive the report.
RunReport make_report(RunStore& store, const RunHeader& header, const CostQuestion& question = {});

}  // namespace promptctl::cli
