#pragma once

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// Input, output and cached tokens, and the further kinds that are known.
Value usage_value(const Usage& usage);

}  // namespace promptctl
