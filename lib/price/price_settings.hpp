#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "price/price.hpp"

namespace promptctl {

// `prices:` of promptctl.yaml (docs/project-file.md), by target name. A price with a fault is left out.
std::map<std::string, PriceHistory> read_price_settings(const Value& map, Diagnostics& diagnostics);

}  // namespace promptctl
