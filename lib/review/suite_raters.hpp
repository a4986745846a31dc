#pragma once

#include <memory>
#include <string>

#include "review/labels.hpp"
#include "score/judges.hpp"

namespace promptctl {

// What people said of the replies of a suite, for assertions. Null where the suite has no review; faults are reported.
std::shared_ptr<const Raters> read_suite_raters(const Files& files, const std::string& suite_id,
                                                Diagnostics& diagnostics);

}  // namespace promptctl
