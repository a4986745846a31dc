#pragma once

#include <span>

#include "document/value.hpp"
#include "report/change/change_report.hpp"

namespace promptctl {

// Reports of changes in the shape of docs/diff.md.
Value changes_value(std::span<const ChangeReport> changes);

}  // namespace promptctl
