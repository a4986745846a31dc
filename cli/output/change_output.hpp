#pragma once

#include "cli/output/form_output.hpp"
#include "report/change/change_report.hpp"

namespace promptctl::cli {

// The forms of reports of changes.
const FormTable& change_forms();

void write_changes(const std::vector<ChangeReport>& changes, const FormOutput& output, const Session& session);

}  // namespace promptctl::cli
