#pragma once

#include "report/overview/overview.hpp"

namespace promptctl::testing {

// Two runs of two versions: fresh, replayed and failed calls, time-outs, a price that is not known.
Overview sample_overview();

// Names and replies that try to be more than text.
Overview hostile_overview();

}  // namespace promptctl::testing
