#pragma once

#include "cli/output/form_output.hpp"
#include "report/overview/overview.hpp"

namespace promptctl::cli {

// The forms of overviews.
const FormTable& overview_forms();

void write_overview(const Overview& overview, const FormOutput& output, const Session& session);

}  // namespace promptctl::cli
